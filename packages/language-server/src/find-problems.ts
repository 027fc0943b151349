import {
  compareFindings,
  groupByCause,
  runCheck,
  suppressionIn,
  withSeverity,
  type App,
  type ConfiguredCheck,
  type ReportedFinding,
} from '@next-slots/core';

/** What is wrong anywhere in an app, one at a time, so that other work can go on between them. */
export function* findInApp(
  app: App,
  configured: readonly ConfiguredCheck[],
): Generator<ReportedFinding> {
  const isSuppressed = suppressionIn(app.sources);
  for (const entry of configured) {
    for (const finding of runCheck(entry.check, app, entry.options)) {
      if (!isSuppressed(finding)) yield withSeverity(entry, finding);
    }
  }
}

/** The findings of a whole app, those with one cause as one. */
export function byCause(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return groupByCause([...findings].sort(compareFindings));
}
