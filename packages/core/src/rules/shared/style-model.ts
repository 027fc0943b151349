import type { Segment } from '../../routes/route-tree.js';
import { isScript } from '../../routes/is-script.js';
import { firstConventionFile } from '../engine/anchor.js';

/**
 * The file whose language and style a new one in a folder follows: one that lies there already, else the
 * anchor of the finding.
 */
export function styleModel(folder: Segment, anchor: string): string {
  const own = firstConventionFile(folder);
  return own !== undefined && isScript(own) ? own : anchor;
}
