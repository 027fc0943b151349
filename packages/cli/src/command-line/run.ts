import { CommanderError } from 'commander';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { createProgram } from './program.js';
import { UsageError } from './usage-error.js';
import { printableLines, printError } from '../terminal/print.js';

/**
 * Runs one command to its end.
 *
 * @param args - What stands behind the program's name.
 * @returns the exit status.
 */
export async function run(args: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.clean;
  const program = createProgram((ended) => {
    status = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    // Commander has said what is wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitStatus.clean : exitStatus.failure;
    }
    printError(`${printableLines(error instanceof UsageError ? error.message : failure(error))}\n`);
    return exitStatus.failure;
  }
}

function failure(error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `next-slots crashed. This is a bug in next-slots: please report it.\n${details}`;
}
