import type { LiteralFacts, Quote } from '../module-facts.js';
import type { TextRange } from '../text-range.js';

/** A literal with its quotes; undefined where the text shows none, as in a synthetic node. */
export function literalFacts(
  text: string,
  value: string,
  { start, end }: TextRange,
): LiteralFacts | undefined {
  const quote = text.charAt(start);
  return isQuote(quote) ? { value, range: { start, end }, quote } : undefined;
}

function isQuote(mark: string): mark is Quote {
  return mark === "'" || mark === '"' || mark === '`';
}
