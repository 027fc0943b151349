import { openApps } from '../apps/open-apps.js';
import { applyBaseline, type BaselineFlags } from '../baseline/apply-baseline.js';
import { exitStatus, type ExitStatus } from '../command-line/exit-status.js';
import type { ConfigFlags } from '../config/configure.js';
import { tellUnread } from '../sources/tell-unread.js';
import { print, printError } from '../terminal/print.js';
import { createProgress } from '../terminal/progress.js';
import type { Format } from './formats/format.js';
import { report, withFindings } from './report.js';
import { statusOf } from './status-of.js';

/** The flags of `next-slots check`. */
export interface CheckFlags extends ConfigFlags, BaselineFlags {
  readonly format: FormatName;
  readonly maxWarnings?: number;
  readonly reportUnusedDisableDirectives?: true;
  readonly passOnUnprunedSuppressions?: true;
}

/** Each format is loaded when it is asked for. */
const formats = {
  stylish: async () => (await import('./formats/stylish.js')).stylish,
  json: async () => (await import('./formats/json.js')).json,
  sarif: async () => (await import('./formats/sarif.js')).sarif,
  github: async () => (await import('./formats/github.js')).github,
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
  const format = await formats[flags.format]();
  const opened = await openApps(paths, flags, progress);
  const all = report(opened, flags.reportUnusedDisableDirectives);
  const { findings, hasUnused } = applyBaseline(all.findings, opened, flags);
  const found = withFindings(all, findings);
  progress.end();
  const text = await format(found);
  if (flags.format === 'github') process.stdout.write(text);
  else print(text);
  tellUnread(opened.apps, opened.base);
  const status = statusOf(found.counts, flags.maxWarnings);
  if (!hasUnused || flags.passOnUnprunedSuppressions) return status;
  printError(unusedSuppressions);
  return exitStatus.failure;
}
