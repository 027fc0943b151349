import type { Insertion } from '../insertion.js';
import type { SourceStyle } from '../source-style.js';
import { lineStart, skipTrivia, spansLines } from '../ast/trivia.js';
import type { ObjectType } from '../types/type-nodes.js';
import type { TextRange } from '../text-range.js';

/** How the lines of a file begin and end. */
export type ListStyle = Pick<SourceStyle, 'lineBreak' | 'indent'>;

/** A list in braces, as both patterns and type bodies are. */
interface List {
  readonly text: string;
  readonly range: TextRange;
  readonly items: readonly TextRange[];
  readonly style: ListStyle;
  /** What separates items where the list does not show it. */
  readonly separator: ',' | ';';
  /** Whether a line break alone separates items, as in types. */
  readonly lineBreakSeparates: boolean;
}

/**
 * Where another key fits into a pattern: behind the last one, but before `...rest`.
 *
 * @param hasRest - Whether the last item is one.
 */
export function patternInsertion(
  text: string,
  range: TextRange,
  items: readonly TextRange[],
  hasRest: boolean,
  style: ListStyle,
): Insertion | undefined {
  if (text.charAt(range.end - 1) !== '}') return undefined;
  const list: List = { text, range, items, style, separator: ',', lineBreakSeparates: false };
  const rest = hasRest ? items.at(-1) : undefined;
  if (!rest) return listInsertion(list);
  const between = `,${gap(list)}`;
  const at = { start: rest.start, end: rest.start };
  return { range: at, before: '', between, after: between };
}

/** Where another member fits into a type literal or an interface: behind the last one. */
export function bodyInsertion(
  text: string,
  body: ObjectType,
  style: ListStyle,
): Insertion | undefined {
  const { start, end, members } = body;
  if (text.charAt(start) !== '{' || text.charAt(end - 1) !== '}') return undefined;
  return listInsertion({
    text,
    range: { start, end },
    items: members,
    style,
    separator: ';',
    lineBreakSeparates: true,
  });
}

function listInsertion(list: List): Insertion {
  const last = list.items.at(-1);
  if (!last) return emptyInsertion(list);
  const trailing = separatorBehind(list, last);
  const own = list.items.map((item) => separatorBehind(list, item)).find((each) => each);
  const space = gap(list);
  if (trailing) {
    const at = behindComment(list, trailing.end);
    const between = trailing.mark + space;
    return { range: { start: at, end: at }, before: space, between, after: trailing.mark };
  }
  const isByLine = list.lineBreakSeparates && isMultiLine(list) && !own;
  const behind = behindComment(list, last.end);
  const between = isByLine ? space : (own?.mark ?? list.separator) + space;
  if (isByLine || !isMultiLine(list)) {
    return { range: { start: behind, end: behind }, before: between, between, after: '' };
  }
  // The comment stays with the last item, whose separator comes before it.
  const range = { start: last.end, end: behind };
  const comment = list.text.slice(range.start, range.end);
  const mark = own?.mark ?? list.separator;
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
  if (isMultiLine(list)) return style.lineBreak + indentation(text, first.start);
  const separator = separatorBehind(list, first);
  const isTight = second !== undefined && separator?.end === second.start;
  return isTight ? '' : ' ';
}

/** One item per line, as far as the first shows it. */
function isMultiLine({ text, range, items: [first] }: List): boolean {
  return first !== undefined && spansLines(text, range.start, first.start);
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
