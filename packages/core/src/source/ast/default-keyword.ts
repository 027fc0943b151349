import type { TextRange } from '../text-range.js';
import type { ExportDefault } from './nodes.js';
import { rangeOf } from './ranges.js';
import { identifierEnd, skipTrivia } from './trivia.js';

/** Where `default` stands among the words that begin a default export. */
export function defaultKeyword(text: string, statement: ExportDefault): TextRange {
  const whole = rangeOf(statement);
  let start = skipTrivia(text, whole.start);
  for (;;) {
    const end = identifierEnd(text, start);
    // Not `end === start`: a parser that gives no numbers would keep this going for ever.
    if (!(end > start)) return whole;
    if (text.slice(start, end) === 'default') return { start, end };
    start = skipTrivia(text, end);
  }
}
