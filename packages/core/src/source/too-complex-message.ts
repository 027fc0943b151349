import { printable } from '../printable.js';

/** What an integration says about a file that takes too long to read. The command line says the same. */
export function tooComplexMessage(path: string): string {
  return `Skipped ${printable(path)}: ${tooComplex}.`;
}

/** Why a file's facts are not known. */
export const tooComplex = 'it is too complex to be read';
