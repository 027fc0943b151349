import type { App } from '../../app.js';
import { compareText } from '../../compare-text.js';
import type { Severity } from './check.js';
import type { ConfiguredCheck } from './configure-checks.js';
import { comparePositions } from './disable-directives.js';
import { fileContext } from './file-context.js';
import type { Finding } from './finding.js';
import { runCheckOnFile, runEach } from './run-check.js';
import { suppressFindings } from './suppressions.js';

/** A finding with the level that it has in the configuration. */
export interface ReportedFinding extends Finding {
  readonly severity: Severity;
}

/** Runs checks over a whole app: every finding, in the order of {@link compareFindings}. */
export function runChecks(
  app: App,
  configured: readonly ConfiguredCheck[],
): readonly ReportedFinding[] {
  return Array.from(runEach(configured, app)).flatMap(leveled).sort(compareFindings);
}

/**
 * {@link runChecks} for who has other work to do meanwhile.
 *
 * @param pause - Called after each segment, when others may go on; says whether nobody wants the rest.
 * @returns undefined where nobody wants the rest.
 */
export async function runChecksInSteps(
  app: App,
  configured: readonly ConfiguredCheck[],
  pause: () => Promise<boolean>,
): Promise<readonly ReportedFinding[] | undefined> {
  const findings: ReportedFinding[] = [];
  for (const found of runEach(configured, app)) {
    findings.push(...leveled(found));
    if (await pause()) return undefined;
  }
  return findings.sort(compareFindings);
}

function leveled(
  found: readonly (readonly [ConfiguredCheck, Finding])[],
): readonly ReportedFinding[] {
  return found.map(([entry, finding]) => withSeverity(entry, finding));
}

/** Runs checks on one file: what they report there and no comment suppresses, in the same order. */
export function runChecksOnFile(
  app: App,
  configured: readonly ConfiguredCheck[],
  file: string,
): readonly ReportedFinding[] {
  const context = fileContext(app, file);
  const findings = configured.flatMap((entry) =>
    runCheckOnFile(entry.check, context, entry.options).map((each) => withSeverity(entry, each)),
  );
  return [...suppressFindings(findings, app.sources).findings].sort(compareFindings);
}

/**
 * A finding with its level, which is added to the finding itself: a copy would put every message
 * together, asked for or not.
 */
function withSeverity(
  { severity, isFromPreset }: Pick<ConfiguredCheck, 'severity' | 'isFromPreset'>,
  finding: Finding,
): ReportedFinding {
  const isWarning = isFromPreset && finding.highestSeverity === 'warning';
  return Object.assign(finding, { severity: isWarning ? 'warning' : severity });
}

/** What {@link compareFindings} looks at. */
type Ordered = Pick<Finding, 'file' | 'range' | 'check' | 'slot' | 'segment' | 'message'>;

/** Orders findings by file, then place, then check and slot: the same whatever order the disk gives. */
export function compareFindings(a: Ordered, b: Ordered): number {
  return (
    compareText(a.file, b.file) ||
    comparePositions(a.range.start, b.range.start) ||
    comparePositions(a.range.end, b.range.end) ||
    compareText(a.check, b.check) ||
    compareText(a.slot ?? '', b.slot ?? '') ||
    compareText(a.segment, b.segment) ||
    compareText(a.message, b.message)
  );
}
