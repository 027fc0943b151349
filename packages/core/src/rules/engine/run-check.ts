import type { App } from '../../app.js';
import { Lines, type SourceRange, type TextRange } from '../../source/text-range.js';
import type { Segment } from '../../routes/route-tree.js';
import { atDefaultExport } from './anchor.js';
import type { Check, CheckContext, Problem, RelatedProblem } from './check.js';
import { mayReportIn, segmentsAround, type FileContext } from './file-context.js';
import type { Finding, RelatedLocation } from './finding.js';
import { printable } from '../../printable.js';

/**
 * Runs one check for one file: what it finds there in the whole app, at the cost of the segments around
 * it.
 */
export function runCheckOnFile(
  check: Check,
  { app, file, convention, nearest, segments }: FileContext,
  options: object,
): readonly Finding[] {
  // The app directory stands for itself where none of its files can.
  if (file !== '' && !mayReportIn(check, convention)) return [];
  const context = { app, options, isTarget: (wanted: string) => wanted === file };
  if (check.anchors === 'modules') {
    return runCheckAt(check, { ...context, ...nearest, module: file });
  }
  return segments.flatMap((at) => runCheckAt(check, { ...context, ...at }));
}

/**
 * Runs one check for the segments around a file, the nearest first: what it reports there in
 * any file.
 */
export function runCheckAroundFile(
  check: Check,
  { app, nearest }: FileContext,
  options: object,
): readonly Finding[] {
  const context = { app, options, isTarget: () => true };
  return segmentsAround(nearest).flatMap((at) => runCheckAt(check, { ...context, ...at }));
}

/** What a check finds at a segment, in the files that are asked for. */
export function runCheckAt(check: Check, context: CheckContext<object>): readonly Finding[] {
  const { app, segment, isTarget } = context;
  const findings: Finding[] = [];
  for (const problem of check.run(context)) {
    if (isTarget(problem.file)) findings.push(toFinding(check, app, segment, problem));
  }
  return findings;
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

/** Puts data into a message template: `{{slot}}` becomes `data.slot`. An unknown name stays as it is. */
function fillTemplate(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/gu, (whole, name: string) => data[name] ?? whole);
}

/** Data with folder names made safe to print: a line break in a name must not forge a line. */
function printableValues(data: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (Object.values(data).every((value) => printable(value) === value)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printable(value)]));
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
