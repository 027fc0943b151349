import { parseConventionFileName } from '../tree/convention-files.js';
import type { Check } from './check.js';

/**
 * Whether a check could report at a file, by its name alone: the cheap question before an app is read.
 *
 * @param file - A path with `/` between folders.
 */
export function mayBeAnchor(check: Pick<Check, 'anchors'>, file: string): boolean {
  if (check.anchors === 'modules') return true;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const extension = name.slice(name.indexOf('.') + 1);
  return parseConventionFileName(name, [extension]) !== undefined;
}
