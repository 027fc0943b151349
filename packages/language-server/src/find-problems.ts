import {
  compareFindings,
  lookAtFile,
  runCheck,
  runCheckOnFile,
  type App,
  type ConfiguredCheck,
  type Finding,
  type ReportedFinding,
} from '@next-slots/core';

/** What is wrong at one file, in the order that every host reports it. */
export function findInFile(
  app: App,
  configured: readonly ConfiguredCheck[],
  file: string,
): readonly ReportedFinding[] {
  const look = lookAtFile(app, file);
  return configured
    .flatMap((entry) => withSeverity(entry, runCheckOnFile(entry.check, look, entry.options)))
    .sort(compareFindings);
}

/** What is wrong anywhere in an app, one at a time, so that other work can go on between them. */
export function* findInApp(
  app: App,
  configured: readonly ConfiguredCheck[],
): Generator<ReportedFinding> {
  for (const { check, severity, options } of configured) {
    for (const finding of runCheck(check, app, options)) yield { ...finding, severity };
  }
}

function withSeverity(
  { severity }: ConfiguredCheck,
  findings: Iterable<Finding>,
): ReportedFinding[] {
  return Array.from(findings, (finding) => ({ ...finding, severity }));
}
