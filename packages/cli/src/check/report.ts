import { compareFindings, type Severity } from '@next-slots/core';
import { summarise, type AppSummary } from '../apps/open-app.js';
import type { OpenedApps } from '../apps/open-apps.js';
import { findUnusedDirectives } from './find-unused-directives.js';
import { findingsOf } from './findings-of.js';
import { publicFinding, type PublicFinding } from './public-finding.js';

/** What a run of checks over some apps found. */
export interface Report {
  /** The folder that paths are relative to. Absolute. */
  readonly base: string;
  readonly apps: readonly AppSummary[];
  /** In the order of their files, then of places. */
  readonly findings: readonly PublicFinding[];
  readonly counts: Counts;
}

/** How many findings there are. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  /** Those that `next-slots fix` repairs. */
  readonly fixable: number;
}

/**
 * Runs the checks of each app.
 *
 * @param findsUnused - Whether comments that suppress nothing are reported too.
 */
export function report({ base, apps }: OpenedApps, findsUnused = false): Report {
  const findings = apps
    .flatMap((opened) => [
      ...findingsOf(opened).map((finding) => publicFinding(opened, finding)),
      ...(findsUnused ? findUnusedDirectives(opened) : []),
    ])
    .sort(compareFindings);
  const summaries = apps.map((opened) => summarise(opened, base));
  return { base, apps: summaries, findings, counts: countFindings(findings) };
}

/** The same report with some of its findings. */
export function withFindings(report: Report, findings: readonly PublicFinding[]): Report {
  return { ...report, findings, counts: countFindings(findings) };
}

/** Counts findings by their level. */
export function countFindings(
  findings: readonly { readonly severity: Severity; readonly edits: readonly unknown[] }[],
): Counts {
  return {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    fixable: findings.filter(({ edits }) => edits.length > 0).length,
  };
}
