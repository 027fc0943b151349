import type { App } from '../../app.js';
import { conventionOf, type ConventionFile } from '../../routes/convention-files.js';
import type { SegmentPath } from '../../routes/route-tree.js';
import { findNearestSegment, folderOf } from '../../routes/walk.js';
import type { Check } from './check.js';

/** One file of an app and the segments whose findings can be reported in it. */
export interface FileContext {
  readonly app: App;
  /** Relative to the app directory. */
  readonly file: string;
  /** What the file is by its name; undefined for any other module. */
  readonly convention: ConventionFile | undefined;
  /** The file's folder, else the nearest around it that is a segment. */
  readonly nearest: SegmentPath;
  /** The segments that can have a finding anchored in the file, the innermost first. */
  readonly segments: readonly SegmentPath[];
}

/** @param file - Relative to the app directory. */
export function fileContext(app: App, file: string): FileContext {
  const nearest = findNearestSegment(app.tree, folderOf(file));
  const segments = segmentsReportedIn(nearest);
  return { app, file, convention: conventionOf(file), nearest, segments };
}

/** Whether a check could report in a file, by what the file is: the cheap question before an app is read. */
export function mayReportIn(
  { anchors }: Pick<Check, 'anchors'>,
  convention: ConventionFile | undefined,
): boolean {
  if (anchors === 'modules') return true;
  return convention !== undefined && anchors.includes(convention);
}

/** A segment and those around it, the innermost first. */
export function segmentsAround({ segment, ancestors }: SegmentPath): readonly SegmentPath[] {
  const path = [...ancestors, segment];
  return path.map((each, depth) => ({ segment: each, ancestors: path.slice(0, depth) })).reverse();
}

function segmentsReportedIn(nearest: SegmentPath): readonly SegmentPath[] {
  return segmentsAround(nearest).filter(
    // What is wrong at a folder with a layout or page is reported in one of its own files.
    ({ segment: { files } }, distance) =>
      distance === 0 || (files.layout === undefined && files.page === undefined),
  );
}
