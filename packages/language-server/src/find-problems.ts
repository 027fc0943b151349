import {
  compareFindings,
  groupByCause,
  runCheck,
  suppressionIn,
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
  for (const { check, severity, options } of configured) {
    for (const finding of runCheck(check, app, options)) {
      if (!isSuppressed(finding)) yield Object.assign(finding, { severity });
    }
  }
}

/** The findings of a whole app, those with one cause as one. */
export function byCause(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return groupByCause([...findings].sort(compareFindings));
}
