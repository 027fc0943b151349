import type { TextRange } from '../text-range.js';
import { identifierEnd, skipTrivia } from './trivia.js';

/** Where a keyword stands among the words that begin a statement. */
export function keywordRange(text: string, offset: number, keyword: string): TextRange | undefined {
  let start = skipTrivia(text, offset);
  for (;;) {
    const end = identifierEnd(text, start);
    if (end === start) return undefined;
    if (text.slice(start, end) === keyword) return { start, end };
    start = skipTrivia(text, end);
  }
}
