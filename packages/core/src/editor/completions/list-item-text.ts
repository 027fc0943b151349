import type { TextRange } from '../../source/text-range.js';
import type { BracedList } from '../../source/component-facts.js';
import type { ListCursor, Separators } from './cursor-in-list.js';
import { skipTrivia } from './trivia.js';

/** The names that a list holds already, but for the one that is being typed. */
export function otherKeys(text: string, list: BracedList, cursor: ListCursor): ReadonlySet<string> {
  const names = new Set<string>();
  for (const item of list.items) {
    if (item.key && item !== cursor.item) names.add(unquote(text, item.key));
  }
  return names;
}

function unquote(text: string, { start, end }: TextRange): string {
  return text.slice(start, end).replace(/^['"]|['"]$/gu, '');
}

/** What the name at the cursor is compared with: where a quote is typed already, it counts. */
export function filterTextAt(text: string, replace: TextRange, name: string): string {
  const mark = replace.end > replace.start ? text.charAt(replace.start) : '';
  return mark === "'" || mark === '"' ? mark + name + mark : name;
}

/** What follows the name at the cursor. */
export interface Following {
  /** `name: …`, `name?: …`, `name(…)`: the name stands for itself, and only it is completed. */
  readonly continued: boolean;
  /** What has to be written behind an item, since another follows it without a separator. */
  readonly separator: '' | ',' | ';';
}

/** Looks behind the name at the cursor. */
export function following(text: string, cursor: ListCursor, separators: Separators): Following {
  const from = cursor.replace.end;
  const { end, brokeLine } = skipTrivia(text, from, text.length);
  const next = text.charAt(end);
  if (cursor.item && (next === ':' || next === '?' || next === '(' || next === '<')) {
    return { continued: true, separator: '' };
  }
  const nextItemFollows = /[\p{ID_Start}$_'"[.]/u.test(next);
  if (!nextItemFollows) return { continued: false, separator: '' };
  if (separators === 'commas') return { continued: false, separator: ',' };
  return { continued: false, separator: brokeLine ? '' : ';' };
}
