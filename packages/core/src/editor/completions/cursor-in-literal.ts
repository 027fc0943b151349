import type { TextRange } from '../../source/text-range.js';

/**
 * Finds the content of a string literal when the cursor is in it.
 *
 * @param literal - With its quotes; the closing one may be missing.
 * @returns What to replace: all between the quotes, or, where the closing one is missing and the rest
 *   of the line counts as content, only what stands before the cursor.
 */
export function cursorInLiteral(
  text: string,
  literal: TextRange,
  offset: number,
): TextRange | undefined {
  const start = literal.start + 1;
  if (offset < start || offset > literal.end) return undefined;
  const quote = text.charAt(literal.start);
  const closed = literal.end - literal.start >= 2 && text[literal.end - 1] === quote;
  if (!closed) return { start, end: offset };
  return offset < literal.end ? { start, end: literal.end - 1 } : undefined;
}
