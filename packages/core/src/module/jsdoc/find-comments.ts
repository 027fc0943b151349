import type { TextRange } from '../text-range.js';

const pieces = /\/\*\*(?!\/)[\s\S]*?\*\/|\/\*[\s\S]*?\*\/|\/\/[^\n\r\u2028\u2029]*/gu;

/**
 * The JSDoc comments in a stretch of text that holds no strings, as between two statements or between
 * a name and its value.
 */
export function jsdocComments(text: string, start: number, end: number): readonly TextRange[] {
  return commentsIn(text.slice(start, end), start);
}

/** Every JSDoc comment of a text that carries a tag; a look-alike inside a string is read as well. */
export function commentsWithTag(text: string, tag: string): readonly TextRange[] {
  if (!text.includes(tag)) return [];
  const all = text.matchAll(/\/\*\*(?!\/)[\s\S]*?\*\//gu);
  return [...all]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => text.slice(start, end).includes(tag));
}

function commentsIn(stretch: string, offset: number): readonly TextRange[] {
  return [...stretch.matchAll(pieces)]
    .filter(([piece]) => piece.startsWith('/**') && piece !== '/**/')
    .map((match) => ({
      start: offset + match.index,
      end: offset + match.index + match[0].length,
    }));
}
