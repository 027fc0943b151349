import {
  groupByCause,
  joinPath,
  matchesOf,
  runChecks,
  suppressFindings,
  type ReportedFinding,
} from '@next-slots/core';
import type { OpenedApp } from '../apps/open-app.js';

/**
 * What the checks find in an app, one finding for each cause, as far as the command is about it and
 * neither a comment nor the configuration's `ignore` leaves it out.
 */
export function findingsOf(opened: OpenedApp): readonly ReportedFinding[] {
  return groupByCause(ungroupedFindingsOf(opened));
}

/** The same, with what a cause leads to as findings of their own: each can have a fix. */
export function ungroupedFindingsOf(opened: OpenedApp): readonly ReportedFinding[] {
  return suppressFindings(allFindingsOf(opened), opened.app.sources).findings;
}

/** The same with those that a comment suppresses. */
export function allFindingsOf(opened: OpenedApp): readonly ReportedFinding[] {
  const urls = urlsOf(opened);
  return runChecks(opened.app, opened.checks).filter(
    (finding) => isAbout(opened, finding, urls) && !opened.isIgnored(finding.check, finding.file),
  );
}

/** Whether a finding is in what the command is about, or caused or suffered by a file that it names. */
function isAbout(opened: OpenedApp, finding: ReportedFinding, urls: ReadonlySet<string>): boolean {
  return (
    opened.isAsked(finding.file) ||
    finding.urls.some((url) => urls.has(url)) ||
    opened.namedFiles.some((file) => isPartOf(file, finding))
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

/** Whether a file belongs to the slot that a finding is about, suffers from it, or is edited by its fix. */
function isPartOf(file: string, { segment, slot, related, edits }: ReportedFinding): boolean {
  if (related.some((each) => each.file === file)) return true;
  if (edits.some((edit) => edit.kind === 'replaceText' && edit.file === file)) return true;
  if (slot === null || slot === 'children') return false;
  return file.startsWith(`${joinPath(segment.slice(1), slot)}/`);
}
