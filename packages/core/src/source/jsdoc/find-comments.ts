import type { TextRange } from '../text-range.js';

/**
 * The last JSDoc comment in a stretch of text that holds no strings, as between two statements or between
 * a name and its value.
 */
export function lastJsdoc(text: string, { start, end }: TextRange): TextRange | undefined {
  return [...commentsIn(text.slice(0, end), start)].findLast((comment) => isJsdoc(text, comment));
}

/** Every JSDoc comment of a text that carries a tag; a look-alike inside a string is read as well. */
export function commentsWithTag(text: string, tag: string): readonly TextRange[] {
  if (!text.includes(tag)) return [];
  const found: TextRange[] = [];
  let open = text.indexOf('/**');
  while (open >= 0) {
    const comment = blockFrom(text, open);
    if (!comment) break;
    const isOne = isJsdoc(text, comment);
    if (isOne && text.slice(open, comment.end).includes(tag)) found.push(comment);
    open = text.indexOf('/**', isOne ? comment.end : open + 1);
  }
  return found;
}

/** The comments between two places of a text. One that is not closed is none, nor is what is after it. */
function* commentsIn(text: string, from: number): Generator<TextRange> {
  const opening = /\/[*/]/gu;
  opening.lastIndex = from;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const comment =
      match[0] === '/*'
        ? blockFrom(text, match.index)
        : { start: match.index, end: lineEnd(text, match.index) };
    if (!comment) return;
    yield comment;
    opening.lastIndex = comment.end;
  }
}

function blockFrom(text: string, start: number): TextRange | undefined {
  const close = text.indexOf('*/', start + 2);
  return close < 0 ? undefined : { start, end: close + 2 };
}

function lineEnd(text: string, start: number): number {
  const end = /[\n\r\u2028\u2029]/gu;
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}

function isJsdoc(text: string, { start }: TextRange): boolean {
  return text.startsWith('/**', start) && text.charAt(start + 3) !== '/';
}
