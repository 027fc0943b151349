import type { App } from '../../app.js';
import { compareText } from '../../compare-text.js';
import { joinPath, walkSegments } from '../../routes/walk.js';
import type { Severity } from './check.js';
import type { ConfiguredCheck } from './configure-checks.js';
import { comparePositions } from './disable-directives.js';
import { fileContext, type FileContext } from './file-context.js';
import type { Finding } from './finding.js';
import { runCheckAt, runCheckOnFile } from './run-check.js';
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
  return Array.from(runInParts(app, configured)).flat().sort(compareFindings);
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
  for (const found of runInParts(app, configured)) {
    findings.push(...found);
    if (await pause()) return undefined;
  }
  return findings.sort(compareFindings);
}

/**
 * Parents before what they hold: all checks at one segment before the next, since they ask about the same
 * few files there. Then those that are about modules, file by file.
 */
function* runInParts(
  app: App,
  configured: readonly ConfiguredCheck[],
): Generator<readonly ReportedFinding[]> {
  const isOfModules = ({ check }: ConfiguredCheck) => check.anchors === 'modules';
  const ofModules = configured.filter(isOfModules);
  const ofSegments = configured.filter((entry) => !isOfModules(entry));
  const isTarget = () => true;
  for (const { segment, ancestors } of walkSegments(app.tree)) {
    const found: ReportedFinding[] = [];
    for (const entry of ofSegments) {
      const context = { app, options: entry.options, segment, ancestors, isTarget };
      for (const each of runCheckAt(entry.check, context)) found.push(withSeverity(entry, each));
    }
    yield found;
  }
  if (ofModules.length === 0) return;
  for (const file of app.sources.modules?.() ?? conventionFilePaths(app)) {
    yield runOnFile(fileContext(app, file), ofModules);
  }
}

/** The convention files of an app: all modules that are known where a reader lists none. */
function* conventionFilePaths(app: App): Generator<string> {
  for (const { segment } of walkSegments(app.tree)) {
    for (const name of Object.values(segment.files)) yield joinPath(segment.path, name);
  }
}

/** Runs checks on one file: what they report there and no comment suppresses, in the same order. */
export function runChecksOnFile(
  app: App,
  configured: readonly ConfiguredCheck[],
  file: string,
): readonly ReportedFinding[] {
  const findings = runOnFile(fileContext(app, file), configured);
  return [...suppressFindings(findings, app.sources).findings].sort(compareFindings);
}

function runOnFile(
  context: FileContext,
  configured: readonly ConfiguredCheck[],
): readonly ReportedFinding[] {
  return configured.flatMap((entry) =>
    runCheckOnFile(entry.check, context, entry.options).map((each) => withSeverity(entry, each)),
  );
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
