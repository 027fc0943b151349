import { joinPath, matchesOf, runChecks, type ReportedFinding } from '@next-slots/core';
import type { OpenedApp } from '../apps/open-app.js';

/** What the checks find in an app, as far as the command is about it. */
export function findingsOf(opened: OpenedApp): readonly ReportedFinding[] {
  const urls = urlsOf(opened);
  return runChecks(opened.app, opened.checks).filter(
    (finding) =>
      opened.isAsked(finding.file) ||
      finding.urls.some((url) => urls.has(url)) ||
      opened.namedFiles.some((file) => isPartOf(file, finding)),
  );
}

/**
 * The URLs that the named files are pages or route handlers of. A finding that breaks one of them is
 * caused or suffered by such a file, wherever it is reported: a new page needs a default in some slot.
 */
function urlsOf({ app, namedFiles }: OpenedApp): ReadonlySet<string> {
  if (namedFiles.length === 0) return new Set();
  const named = new Set(namedFiles);
  const routes = matchesOf(app).routes.filter(
    ({ file, slots }) =>
      named.has(file) ||
      slots.some((fill) => fill.fill === 'page' && fill.file !== null && named.has(fill.file)),
  );
  return new Set(routes.map(({ url }) => url));
}

/** Whether a file belongs to the slot that a finding is about, or is one that the fix edits. */
function isPartOf(file: string, { segment, slot, edits }: ReportedFinding): boolean {
  if (edits.some((edit) => edit.kind === 'replaceText' && edit.file === file)) return true;
  if (slot === null || slot === 'children') return false;
  return file.startsWith(`${joinPath(segment.slice(1), slot)}/`);
}
