import type { TextRange } from '../../source/text-range.js';

/** Where in a string literal a text can be written. */
export interface LiteralCursor {
  /**
   * All between the quotes, or, where the closing one is missing and the rest of the line counts as
   * content, only what stands before the cursor.
   */
  readonly replace: TextRange;
  readonly quote: string;
}

/**
 * Finds the content of a string literal when the cursor is in it.
 *
 * @param literal - With its quotes; the closing one may be missing.
 */
export function cursorInLiteral(
  text: string,
  literal: TextRange,
  offset: number,
): LiteralCursor | undefined {
  const start = literal.start + 1;
  if (offset < start || offset > literal.end) return undefined;
  const quote = text.charAt(literal.start);
  const closed = literal.end - literal.start >= 2 && text[literal.end - 1] === quote;
  if (!closed) return { replace: { start, end: offset }, quote };
  return offset < literal.end ? { replace: { start, end: literal.end - 1 }, quote } : undefined;
}
