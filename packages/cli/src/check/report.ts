import { compareFindings, groupByCause, suppressFindings, type Severity } from '@next-slots/core';
import { summarise, type OpenedApp } from '../apps/open-app.js';
import type { OpenedApps } from '../apps/open-apps.js';
import type { BaselineFlags } from '../baseline/apply-baseline.js';
import { leftOver, type LeftOver } from '../fix/left-over.js';
import { planFixes } from '../fix/plan-fixes.js';
import { eslintHint } from './eslint-hint.js';
import { findUnusedDirectives, unusedDirectiveName } from './find-unused-directives.js';
import { allFindingsOf, ungroupedFindingsOf } from './findings-of.js';
import type { AppSummary, Finding } from '../public/report.js';
import { publicFinding } from './public-finding.js';

/** What a run of checks over some apps found. */
export interface CheckResult {
  /** The folder that paths are relative to. Absolute. */
  readonly base: string;
  readonly apps: readonly AppSummary[];
  /** In the order of their files, then of places. */
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  /** How many errors a baseline accepts. */
  readonly accepted: number;
  /** What comments and a baseline suppress, where `--report-suppressed` asks for it. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What would still be found after `next-slots fix`: worked out by planning all of it. */
  readonly leftAfterFix: () => readonly LeftOver[];
  /** Something about the set-up that a person should know. */
  readonly hint: () => string | undefined;
}

/** A finding that a comment suppresses, or that a baseline accepts. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: 'comment' | 'baseline';
}

/** How many findings there are. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** The flags that a run of checks depends on, but for the configuration. */
export interface ReportFlags extends BaselineFlags {
  readonly reportUnusedDisableDirectives?: true;
  readonly reportSuppressed?: true;
}

/** Runs the checks of each app. What a baseline accepts is still among the findings. */
export function report(opened: OpenedApps, flags: ReportFlags): CheckResult {
  const { base, apps } = opened;
  const found = apps.map((app) => ({ app, findings: ungroupedFindingsOf(app) }));
  const findings = found
    .flatMap(({ app, findings: ofApp }) => [
      ...groupByCause(ofApp).map((finding) => publicFinding(app, finding)),
      ...(flags.reportUnusedDisableDirectives ? findUnusedDirectives(app) : []),
    ])
    .sort(compareFindings);
  return {
    base,
    apps: apps.map((app) => summarise(app, base)),
    findings,
    counts: countFindings(findings),
    accepted: 0,
    suppressed: flags.reportSuppressed ? apps.flatMap(suppressedByComments) : [],
    hint: () => eslintHint(apps),
    leftAfterFix: () => [
      ...leftOver(
        found.map(({ app, findings: ofApp }) => planFixes(app, ofApp)),
        opened,
        flags,
      ),
      ...findings.filter(({ check }) => check === unusedDirectiveName),
    ],
  };
}

function suppressedByComments(app: OpenedApp): readonly SuppressedFinding[] {
  const { suppressed } = suppressFindings(allFindingsOf(app), app.app.sources);
  return groupByCause(suppressed).map((each) => ({
    finding: publicFinding(app, each),
    by: 'comment',
  }));
}

/** The same result with some of its findings. */
export function withFindings(result: CheckResult, findings: readonly Finding[]): CheckResult {
  return { ...result, findings, counts: countFindings(findings) };
}

/** Counts findings by their level. */
export function countFindings(findings: readonly { readonly severity: Severity }[]): Counts {
  return {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}
