import {
  runChecks,
  runChecksInSteps,
  suppressFindings,
  type App,
  type ConfiguredCheck,
  type ReportedFinding,
} from '@next-slots/core';
import type { WorkSlices } from '@next-slots/core/node';

/** What is wrong anywhere in an app and no comment suppresses, in the order of `compareFindings`. */
export function findInApp(
  app: App,
  checks: readonly ConfiguredCheck[],
): readonly ReportedFinding[] {
  return suppressFindings(runChecks(app, checks), app.sources).findings;
}

/**
 * {@link findInApp} while other requests are answered.
 *
 * @returns undefined where the client cancelled.
 */
export async function findInAppInSteps(
  app: App,
  checks: readonly ConfiguredCheck[],
  slices: WorkSlices,
): Promise<readonly ReportedFinding[] | undefined> {
  const found = await runChecksInSteps(app, checks, () => slices.isCancelled());
  return found && suppressFindings(found, app.sources).findings;
}
