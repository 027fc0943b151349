import { applyBaseline, type BaselineFlags } from '../baseline/apply-baseline.js';
import type { OpenedApps } from '../apps/open-apps.js';
import type { Plan } from './plan-fixes.js';

/** A finding that is left after the fixes. */
export type LeftOver = Pick<Plan['left'][number], 'check' | 'severity'>;

/** What is found in an app after its fixes. */
export type AfterFixes = Pick<Plan, 'opened' | 'left'>;

/** What is left after the fixes, but for the errors that a baseline accepts. */
export function leftOver(
  after: readonly AfterFixes[],
  apps: OpenedApps,
  { suppressionsLocation }: Pick<BaselineFlags, 'suppressionsLocation'>,
): readonly LeftOver[] {
  const findings = after.flatMap(({ opened, left }) =>
    left.map(({ check, severity, file }) => ({ check, severity, file: opened.printed(file) })),
  );
  const flags = suppressionsLocation === undefined ? {} : { suppressionsLocation };
  return applyBaseline(findings, apps, flags).findings;
}
