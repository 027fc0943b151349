import type { Severity } from '@next-slots/core';
import { openApps } from '../apps/open-apps.js';
import { applyBaseline } from '../baseline/apply-baseline.js';
import { exitStatus, type ExitStatus } from '../command-line/exit-status.js';
import type { ConfigFlags } from '../config/configure.js';
import { tellUnread } from '../sources/tell-unread.js';
import type { Finding } from '../public/report.js';
import { print, printError } from '../terminal/print.js';
import { createProgress } from '../terminal/progress.js';
import type { Format } from './formats/format.js';
import {
  report,
  withFindings,
  type CheckResult,
  type ReportFlags,
  type SuppressedFinding,
} from './report.js';
import { statusOf } from './status-of.js';

/** The flags of `next-slots check`. */
export interface CheckFlags extends ConfigFlags, ReportFlags {
  readonly format?: FormatName;
  readonly quiet?: true;
  readonly maxWarnings?: number;
  readonly passOnUnprunedSuppressions?: true;
}

/** Each format is loaded when it is asked for. */
const formats = {
  pretty: async () => (await import('./formats/pretty.js')).pretty,
  stylish: async () => (await import('./formats/stylish.js')).stylish,
  compact: async () => (await import('./formats/compact.js')).compact,
  json: async () => (await import('./formats/json.js')).json,
  sarif: async () => (await import('./formats/sarif.js')).sarif,
  github: async () => (await import('./formats/github.js')).github,
  gitlab: async () => (await import('./formats/gitlab.js')).gitlab,
  junit: async () => (await import('./formats/junit.js')).junit,
} as const satisfies Record<string, () => Promise<Format>>;

const unusedSuppressions =
  'There are suppressions left that do not occur anymore. Remove them with --prune-suppressions, or ignore them with --pass-on-unpruned-suppressions.\n';

type FormatName = keyof typeof formats;

/** `next-slots check`: prints what is wrong. */
export async function runCheckCommand(
  paths: readonly string[],
  flags: CheckFlags,
): Promise<ExitStatus> {
  const progress = createProgress();
  const formatName = flags.format ?? defaultFormat();
  const format = await formats[formatName]();
  const opened = await openApps(paths, flags, progress);
  const all = report(opened, flags);
  const { findings, hasUnused } = applyBaseline(all.findings, opened, flags);
  const found = {
    ...withFindings(all, findings),
    accepted: all.findings.length - findings.length,
    suppressed: [...all.suppressed, ...(flags.reportSuppressed ? accepted(all, findings) : [])],
  };
  progress.end();
  const text = await format(flags.quiet ? onlyErrors(found) : found);
  if (formatName === 'github') process.stdout.write(text);
  else print(text);
  tellUnread(opened.apps, opened.base);
  const status = statusOf(found.counts, flags.maxWarnings);
  if (!hasUnused || flags.passOnUnprunedSuppressions) return status;
  printError(unusedSuppressions);
  return exitStatus.failure;
}

/** What the baseline has left out. */
function accepted(
  { findings }: CheckResult,
  left: readonly Finding[],
): readonly SuppressedFinding[] {
  const isLeft = new Set(left);
  return findings
    .filter((finding) => !isLeft.has(finding))
    .map((finding) => ({ finding, by: 'baseline' }));
}

/** Code frames for people; in a pipe and in logs one line for each finding. */
function defaultFormat(): FormatName {
  return process.stdout.isTTY && process.env['CI'] === undefined ? 'pretty' : 'stylish';
}

function onlyErrors(result: CheckResult): CheckResult {
  const isError = ({ severity }: { readonly severity: Severity }) => severity === 'error';
  return {
    ...withFindings(result, result.findings.filter(isError)),
    leftAfterFix: () => result.leftAfterFix().filter(isError),
  };
}
