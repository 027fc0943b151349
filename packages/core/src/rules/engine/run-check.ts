import type { InferOutput } from 'valibot';
import type { App } from '../../app.js';
import { Lines, type SourceRange, type TextRange } from '../../source/text-range.js';
import type { Segment } from '../../routes/route-tree.js';
import { joinPath, walkSegments } from '../../routes/walk.js';
import { atDefaultExport } from './anchor.js';
import type { Check, OptionsSchema, Problem, RelatedProblem } from './check.js';
import type { ConfiguredCheck } from './configure-checks.js';
import { fileContext, mayReportIn, type FileContext } from './file-context.js';
import type { Finding, RelatedLocation } from './finding.js';
import { fillTemplate, printableValues } from './fill-template.js';

/** A check with its options in force. */
type Entry = Pick<ConfiguredCheck, 'check' | 'options'>;

/** What checks find, each with what asked for it. */
type Found<Each extends Entry> = readonly (readonly [Each, Finding])[];

/**
 * Runs checks over a whole app, parents before what they hold: all of them at one segment before the
 * next, since they ask about the same few files there. Then those that are about modules, file by file.
 * Gives what they find at each segment, and in each module.
 */
export function* runEach<Each extends Entry>(
  entries: readonly Each[],
  app: App,
): Generator<Found<Each>> {
  const ofSegments = entries.filter(({ check }) => check.anchors !== 'modules');
  for (const { segment, ancestors } of walkSegments(app.tree)) {
    const found: (readonly [Each, Finding])[] = [];
    for (const entry of ofSegments) {
      const { check, options } = entry;
      if (!appliesTo(check, segment)) continue;
      for (const problem of check.run({ app, options, segment, ancestors, isTarget: always })) {
        found.push([entry, toFinding(check, app, segment, problem)]);
      }
    }
    yield found;
  }
  const ofModules = entries.filter(({ check }) => check.anchors === 'modules');
  if (ofModules.length === 0) return;
  for (const file of app.sources.modules?.() ?? conventionFilePaths(app)) {
    const context = fileContext(app, file);
    yield ofModules.flatMap((entry) =>
      runCheckOnFile(entry.check, context, entry.options).map((each) => [entry, each] as const),
    );
  }
}

/** Runs one check over a whole app. */
export function* runCheck<Schema extends OptionsSchema>(
  check: Check<string, string, Schema>,
  app: App,
  options: InferOutput<Schema>,
): Generator<Finding> {
  for (const found of runEach([{ check, options }], app)) {
    for (const [, finding] of found) yield finding;
  }
}

/**
 * Runs one check for one file: what {@link runCheck} would report there, at the cost of the segments
 * around it.
 */
export function runCheckOnFile<Schema extends OptionsSchema>(
  check: Check<string, string, Schema>,
  { app, file, convention, nearest, segments }: FileContext,
  options: InferOutput<Schema>,
): readonly Finding[] {
  // The app directory stands for itself where none of its files can.
  if (file !== '' && !mayReportIn(check, convention)) return [];
  const ofModules = check.anchors === 'modules';
  const module = ofModules ? file : undefined;
  const isTarget = (wanted: string) => wanted === file;
  const findings: Finding[] = [];
  for (const { segment, ancestors } of ofModules ? [nearest] : segments) {
    if (!ofModules && !appliesTo(check, segment)) continue;
    for (const problem of check.run({ app, options, segment, ancestors, module, isTarget })) {
      if (problem.file === file) findings.push(toFinding(check, app, segment, problem));
    }
  }
  return findings;
}

/**
 * Runs one check for the segments around a file, the nearest first: what it reports there in
 * any file.
 */
export function runCheckAroundFile<Schema extends OptionsSchema>(
  check: Check<string, string, Schema>,
  { app, nearest }: FileContext,
  options: InferOutput<Schema>,
): readonly Finding[] {
  const segments = [...nearest.ancestors, nearest.segment];
  const findings: Finding[] = [];
  for (let depth = segments.length - 1; depth >= 0; depth -= 1) {
    const segment = segments[depth] ?? nearest.segment;
    if (!appliesTo(check, segment)) continue;
    const ancestors = segments.slice(0, depth);
    const context = { app, options, segment, ancestors, isTarget: always };
    for (const problem of check.run(context)) {
      findings.push(toFinding(check, app, segment, problem));
    }
  }
  return findings;
}

const always = () => true;

/** Whether there is anything for a check to look at in a segment. */
function appliesTo({ segments }: Pick<Check, 'segments'>, { slots }: Segment): boolean {
  return segments === 'all' || slots.length > 0;
}

/** The convention files of an app: all modules that are known where a reader lists none. */
function* conventionFilePaths(app: App): Generator<string> {
  for (const { segment } of walkSegments(app.tree)) {
    for (const name of Object.values(segment.files)) yield joinPath(segment.path, name);
  }
}

function toFinding(check: Check, app: App, at: Segment, problem: Problem<string>): Finding {
  const data = printableValues(problem.data ?? {});
  const template = check.messages[problem.messageId] ?? { message: problem.messageId, help: '' };
  return {
    check: check.name,
    messageId: problem.messageId,
    // ESLint puts the data into the template itself.
    get message() {
      return fillTemplate(template.message, data);
    },
    get help() {
      return fillTemplate(template.help, data);
    },
    data,
    impact: problem.impact,
    highestSeverity: problem.severity ?? 'error',
    file: problem.file,
    range: oneLineRange(linesOf(app, problem.file), problem.range),
    segment: `/${(problem.owner ?? at).path}`,
    slot: problem.slot ?? null,
    cause: problem.cause ?? null,
    causedBy: problem.causedBy ?? [],
    urls: problem.urls ?? [],
    get related() {
      return (problem.related?.() ?? []).map((related) => toLocation(app, related));
    },
    edits: problem.edits ?? [],
    suggestions: problem.suggestions ?? [],
  };
}

function toLocation(app: App, { file, url }: RelatedProblem): RelatedLocation {
  return {
    file,
    url,
    // A missing default can break a thousand pages, of which an editor shows the first few.
    get range() {
      return oneLineRange(linesOf(app, file), atDefaultExport(app, file).range);
    },
  };
}

/** Cuts a range at the end of its first line; without one, the file's first line stands for it. */
function oneLineRange(lines: Lines | undefined, range: TextRange | undefined): SourceRange {
  if (!lines) return { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const start = range?.start ?? 0;
  const end = Math.min(range?.end ?? lines.text.length, lines.lineEnd(start));
  return lines.range({ start, end });
}

function linesOf({ sources }: App, file: string): Lines | undefined {
  const text = sources.text(file);
  return text === undefined ? undefined : new Lines(text);
}
