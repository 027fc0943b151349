import type { TextRange } from './text-range.js';

/**
 * Where one or more items fit into a list and what has to be written around them, in the style that
 * the list has: `before + items.join(between) + after` replaces `range`.
 */
export interface Insertion {
  /** Empty, but for a list with nothing in it, and a comment that `before` begins with again. */
  readonly range: TextRange;
  readonly before: string;
  readonly between: string;
  readonly after: string;
}
