import { printable } from '@next-slots/core';
import { relativePath } from './open-app.js';

/** A path as it is printed: relative to the current folder. */
export function fromHere(path: string): string {
  return printable(relativePath(process.cwd(), path));
}
