import { lstatSync, writeFileSync } from 'node:fs';
import { printable } from '@next-slots/core';
import { errorCode } from '@next-slots/core/node';
import { UsageError } from './usage-error.js';

/**
 * Writes a file that the command line names.
 *
 * @throws UsageError where it cannot be written.
 */
export function writeNamedFile(file: string, text: string): void {
  try {
    // A project may hold a link of that name.
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
      throw new Error('it is a symbolic link');
    }
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`${printable(file)} cannot be written: ${errorCode(error)}`);
  }
}
