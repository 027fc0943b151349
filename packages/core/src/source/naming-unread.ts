import { printable } from '../printable.js';

/**
 * Names each file that takes too long to read once, so that nobody takes silence about it for praise. The
 * command line says the same.
 */
export function namingUnread(tell: (message: string) => void): (path: string) => void {
  const named = new Set<string>();
  return (path) => {
    if (named.has(path)) return;
    named.add(path);
    tell(`Skipped ${printable(path)}: ${tooComplex}.`);
  };
}

/** Why a file's facts are not known. */
export const tooComplex = 'it is too complex to be read';
