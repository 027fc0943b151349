import type { InferOutput } from 'valibot';
import type { App } from '../app.js';
import { sourceRange, type SourceRange, type TextRange } from '../module/text-range.js';
import type { Segment, SegmentPath } from '../tree/route-tree.js';
import { findNearestSegment, folderOf, joinPath, segmentsOf } from '../tree/walk.js';
import type { Check, CheckContext, OptionsSchema, Problem } from './check.js';
import type { Finding } from './finding.js';
import { fillTemplate, printableValues } from './fill-template.js';

/** Runs one check over a whole app, parents before what they hold. */
export function* runCheck<Schema extends OptionsSchema>(
  check: Check<string, string, Schema>,
  app: App,
  options: InferOutput<Schema>,
): Generator<Finding> {
  const modules = check.anchors === 'modules' ? modulesBySegment(app) : undefined;
  for (const { segment, ancestors } of segmentsOf(app.tree)) {
    const ofSegment = modules?.get(segment) ?? none;
    if (modules && ofSegment === none) continue;
    // One plain loop: a large app has a hundred thousand pairs of check and segment.
    const context = { app, options, segment, ancestors, modules: ofSegment, wants: all };
    for (const problem of check.run(context)) yield toFinding(check, app, segment, problem);
  }
}

/**
 * Runs one check for one file: what {@link runCheck} would report there, at the cost of the segments
 * on the way to it.
 *
 * @param file - Relative to the app directory.
 */
export function* runCheckOnFile<Schema extends OptionsSchema>(
  check: Check<string, string, Schema>,
  app: App,
  options: InferOutput<Schema>,
  file: string,
): Generator<Finding> {
  const wants = (wanted: string) => wanted === file;
  if (check.anchors === 'modules') {
    const way = findNearestSegment(app.tree, folderOf(file));
    yield* runAt(check, app, options, { ...way, modules: [file], wants });
    return;
  }
  for (const finding of runAround(check, app, options, file, wants)) {
    if (finding.file === file) yield finding;
  }
}

/**
 * Runs one check for the segments on the way to a file, the nearest first: what it reports there in
 * any file.
 *
 * @param file - Relative to the app directory.
 */
export function runCheckAroundFile<Schema extends OptionsSchema>(
  check: Check<string, string, Schema>,
  app: App,
  options: InferOutput<Schema>,
  file: string,
): Generator<Finding> {
  return runAround(check, app, options, file, all);
}

function* runAround<Schema extends OptionsSchema>(
  check: Check<string, string, Schema>,
  app: App,
  options: InferOutput<Schema>,
  file: string,
  wants: (file: string) => boolean,
): Generator<Finding> {
  const way = findNearestSegment(app.tree, folderOf(file));
  for (const at of [...segmentPaths(way)].reverse()) {
    yield* runAt(check, app, options, { ...at, modules: [], wants });
  }
}

const all = () => true;
const none: readonly string[] = [];

/** Every module of the app by the segment it lies at, private folders' with the segment around them. */
function modulesBySegment(app: App): ReadonlyMap<Segment, readonly string[]> {
  const byFolder = new Map(segmentsOf(app.tree).map(({ segment }) => [segment.path, segment]));
  const modules = new Map<Segment, string[]>();
  for (const file of app.sources.modules?.() ?? conventionFilePaths(app)) {
    let folder = folderOf(file);
    while (!byFolder.has(folder)) folder = folderOf(folder);
    const segment = byFolder.get(folder) ?? app.tree.root;
    const known = modules.get(segment);
    if (known) known.push(file);
    else modules.set(segment, [file]);
  }
  return modules;
}

function* conventionFilePaths(app: App): Generator<string> {
  for (const { segment } of segmentsOf(app.tree)) {
    for (const name of Object.values(segment.files)) yield joinPath(segment.path, name);
  }
}

/** A segment, and what is asked about it. */
type Place = SegmentPath & Pick<CheckContext<never>, 'wants' | 'modules'>;

/** The segments on a way, the app directory first. */
function* segmentPaths(way: SegmentPath): Generator<SegmentPath> {
  const all = [...way.ancestors, way.segment];
  for (const [depth, segment] of all.entries()) {
    yield { segment, ancestors: all.slice(0, depth) };
  }
}

function* runAt<Schema extends OptionsSchema>(
  check: Check<string, string, Schema>,
  app: App,
  options: InferOutput<Schema>,
  at: Place,
): Generator<Finding> {
  for (const problem of check.run({ ...at, app, options })) {
    yield toFinding(check, app, at.segment, problem);
  }
}

function toFinding(check: Check, app: App, at: Segment, problem: Problem<string>): Finding {
  const data = printableValues(problem.data ?? {});
  return {
    check: check.name,
    messageId: problem.messageId,
    message: fillTemplate(check.messages[problem.messageId] ?? problem.messageId, data),
    data,
    impact: problem.impact,
    file: problem.file,
    range: oneLineRange(app.sources.text(problem.file), problem.range),
    segment: `/${(problem.owner ?? at).path}`,
    slot: problem.slot ?? null,
    urls: problem.urls ?? [],
    edits: problem.edits ?? [],
    suggestions: problem.suggestions ?? [],
  };
}

/** Cuts a range at the end of its first line; without one, the file's first line stands for it. */
function oneLineRange(text: string | undefined, range: TextRange | undefined): SourceRange {
  if (text === undefined) return { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const start = range?.start ?? 0;
  const lineEnd = text.slice(start).search(/[\n\r\u2028\u2029]/u);
  const end = Math.min(range?.end ?? text.length, lineEnd < 0 ? text.length : start + lineEnd);
  return sourceRange(text, { start, end });
}
