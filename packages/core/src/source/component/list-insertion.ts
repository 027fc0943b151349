import type { BracedList, Insertion } from '../component-facts.js';
import type { SourceStyle } from '../source-style.js';
import { lineStart, skipTrivia, spansLines } from '../ast/trivia.js';
import type { TextRange } from '../text-range.js';

interface List extends BracedList {
  readonly text: string;
  readonly style: SourceStyle;
  /** What separates items where the list does not show it: commas in patterns, semicolons in types. */
  readonly separator: ',' | ';';
}

/**
 * Where another item fits into a list: behind the last one, but before `...rest`.
 *
 * @returns undefined where the list is not closed.
 */
export function listInsertion(
  text: string,
  { range, items }: BracedList,
  separator: ',' | ';',
  style: SourceStyle,
): Insertion | undefined {
  if (text.charAt(range.start) !== '{' || text.charAt(range.end - 1) !== '}') return undefined;
  const list: List = { text, range, items, style, separator };
  const last = items.at(-1)?.range;
  if (!last) return emptyInsertion(list);
  if (!text.startsWith('...', last.start)) return insertionBehind(list, last);
  const between = `,${gap(list)}`;
  return { range: { start: last.start, end: last.start }, before: '', between, after: between };
}

function insertionBehind(list: List, last: TextRange): Insertion {
  const trailing = separatorBehind(list, last);
  const own = list.items.map(({ range }) => separatorBehind(list, range)).find((each) => each);
  const space = gap(list);
  if (trailing) {
    const at = behindComment(list, trailing.end);
    const between = trailing.mark + space;
    return { range: { start: at, end: at }, before: space, between, after: trailing.mark };
  }
  // In types a line break alone separates members.
  const isByLine = list.separator === ';' && isMultiLine(list) && !own;
  const behind = behindComment(list, last.end);
  const mark = own?.mark ?? list.separator;
  const between = isByLine ? space : mark + space;
  if (isByLine || !isMultiLine(list)) {
    return { range: { start: behind, end: behind }, before: between, between, after: '' };
  }
  // The comment stays with the last item, whose separator comes before it.
  const range = { start: last.end, end: behind };
  const comment = list.text.slice(range.start, range.end);
  return { range, before: mark + comment + space, between, after: '' };
}

function emptyInsertion({ text, range, style, separator }: List): Insertion {
  const inner = { start: range.start + 1, end: range.end - 1 };
  const content = text.slice(inner.start, inner.end);
  if (content.trim() !== '') {
    // Nothing but a comment: keep it, and write before it.
    const at = { start: inner.start, end: inner.start };
    return { range: at, before: ' ', between: `${separator} `, after: '' };
  }
  if (!spansLines(text, inner.start, inner.end)) {
    return { range: inner, before: ' ', between: `${separator} `, after: ' ' };
  }
  const base = indentation(text, range.start);
  const { lineBreak } = style;
  const indent = base + style.indent;
  const between = `${separator}${lineBreak}${indent}`;
  const before = lineBreak + indent;
  return { range: inner, before, between, after: `${separator}${lineBreak}${base}` };
}

/** What stands between a separator and the next item. */
function gap(list: List): string {
  const { text, items, style } = list;
  const [first, second] = items;
  if (!first) return ' ';
  if (isMultiLine(list)) return style.lineBreak + indentation(text, first.range.start);
  const separator = separatorBehind(list, first.range);
  const isTight = second !== undefined && separator?.end === second.range.start;
  return isTight ? '' : ' ';
}

/** One item per line, as far as the first shows it. */
function isMultiLine({ text, range, items: [first] }: List): boolean {
  return first !== undefined && spansLines(text, range.start, first.range.start);
}

/** White space at the start of a line, with the star of a comment that the line is in. */
export function indentation(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[^\S\r\n]*(?:\*[^\S\r\n]+)?/u.exec(text.slice(start, offset))?.[0] ?? '';
}

function separatorBehind({ text }: List, item: TextRange) {
  const start = skipTrivia(text, item.end);
  const mark = text.charAt(start);
  return mark === ',' || mark === ';' ? { mark, end: start + 1 } : undefined;
}

const lineComment = /[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[^\S\r\n]*(?=[\r\n]))/uy;

const innerComment = /[^\S\r\n]*\/\*[^]*?\*\//uy;

/** Behind the comment that belongs to an item: it ends the item's line, or follows in the same one. */
function behindComment(list: List, offset: number): number {
  const comment = isMultiLine(list) ? lineComment : innerComment;
  comment.lastIndex = offset;
  return comment.test(list.text) ? comment.lastIndex : offset;
}
