import type { TextRange } from './text-range.js';

/** A comment of a source text, wherever it stands: between statements, in JSX or in a type. */
export interface Comment {
  readonly kind: 'line' | 'block';
  /** What stands between the comment's marks. */
  readonly text: string;
  /** With the comment's marks. */
  readonly range: TextRange;
}
