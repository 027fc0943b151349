import { plural } from '@next-slots/core';
import { exitStatus, type ExitStatus } from '../command-line/exit-status.js';
import type { Counts } from './report.js';
import { printError } from '../terminal/print.js';

/**
 * The exit status that findings amount to.
 *
 * @param maxWarnings - More warnings than this are as bad as an error, and said so.
 */
export function statusOf({ errors, warnings }: Counts, maxWarnings = Infinity): ExitStatus {
  if (errors > 0) return exitStatus.findings;
  if (warnings <= maxWarnings) return exitStatus.clean;
  printError(`Found ${plural(warnings, 'warning')}: more than the ${maxWarnings} allowed.\n`);
  return exitStatus.findings;
}
