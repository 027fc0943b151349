import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { UsageError } from '../command-line/usage-error.js';
import { colorsFor } from '../terminal/colors.js';
import { print } from '../terminal/print.js';
import { fromHere } from '../apps/from-here.js';
import type { FileEdit } from './plan-setup.js';

/**
 * A file must still be what the diff was made from, and no link to somewhere else.
 *
 * @throws UsageError where it is not.
 */
export function requireAsShown({ file, before }: FileEdit): void {
  const path = fromHere(file);
  if (lstatSync(file).isSymbolicLink()) {
    throw new UsageError(`${path} is a symbolic link. Edit it by hand.`);
  }
  if (readFileSync(file, 'utf8') !== before) {
    throw new UsageError(`${path} has changed meanwhile. Run this again.`);
  }
}

/** Writes the new text, and prints that. */
export function write({ file, text }: FileEdit): void {
  writeFileSync(file, text);
  print(`${colorsFor(process.stdout).green('edited')} ${fromHere(file)}\n`);
}
