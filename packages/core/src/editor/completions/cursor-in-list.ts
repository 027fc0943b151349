import type { BracedList, ListItem } from '../../source/component-facts.js';
import type { TextRange } from '../../source/text-range.js';
import { skipTrivia } from './trivia.js';

/** Where in a list a name can be written. */
export interface ListCursor {
  /** What is typed of the name already, quotes included; empty in a gap. */
  readonly replace: TextRange;
  /** The item whose key the cursor is in; undefined in a gap between items. */
  readonly item?: ListItem | undefined;
}

/** What has to stand between two items. */
export type Separators = 'commas' | 'semicolons';

/**
 * Finds the place in a list where a name is being written or can be.
 *
 * @returns undefined outside the list, behind a key, behind an item that no separator ends, and in a
 *   comment.
 */
export function cursorInList(
  text: string,
  list: BracedList,
  offset: number,
  separators: Separators,
): ListCursor | undefined {
  if (!isInside(text, list.range, offset)) return undefined;
  // Where the name is missing, parsers give an item without extent.
  const items = list.items.filter(({ range }) => range.end > range.start);
  const item = items.find(({ range }) => range.start < offset && offset <= range.end);
  if (item) {
    const { key } = item;
    return key && offset <= key.end ? { replace: key, item } : undefined;
  }
  const before = items.filter(({ range }) => range.end <= offset).at(-1);
  const start = before?.range.end ?? list.range.start + 1;
  if (!isFreeGap(text, start, offset, before ? separators : undefined)) return undefined;
  // A rest is the last item of a pattern.
  if (before && text.startsWith('...', before.range.start)) return undefined;
  return { replace: { start: offset, end: offset } };
}

function isInside(text: string, { start, end }: TextRange, offset: number): boolean {
  if (offset <= start) return false;
  const closed = end - start >= 2 && text[end - 1] === '}';
  return closed ? offset < end : text.slice(end, offset).trim() === '';
}

/** Whether the text of a gap holds no comment around its end and, where asked for, a separator. */
function isFreeGap(
  text: string,
  start: number,
  end: number,
  separators: Separators | undefined,
): boolean {
  let separated = separators === undefined;
  let at = start;
  while (at < end) {
    const next = skipTrivia(text, at, end);
    if (next.inComment) return false;
    if (separators === 'semicolons' && next.brokeLine) separated = true;
    at = next.end;
    if (at >= end) break;
    const mark = text[at];
    if (mark === ',' || (mark === ';' && separators === 'semicolons')) separated = true;
    // JSDoc repeats an asterisk at the start of its lines.
    else if (mark !== '*') return false;
    at += 1;
  }
  return separated;
}
