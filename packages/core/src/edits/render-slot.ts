import type { ModuleFacts } from '../source/module-facts.js';
import type { PropUse } from '../source/prop-facts.js';
import { addSlotProps, slotVariable } from './add-slot-props.js';
import type { ReplaceText } from './edit.js';
import { isIdentifier, quoteName } from './property-name.js';

/**
 * The edits that make a layout accept a slot and render it right behind `children`.
 *
 * @param file - The layout, relative to the app directory.
 * @param text - The layout's text, of which `facts` were read.
 * @param slot - The name without `@`.
 * @returns undefined where the file does not show a place behind `children`, or nothing that holds the
 *   slot could be named there.
 */
export function addAndRenderSlot(
  file: string,
  text: string,
  facts: ModuleFacts,
  slot: string,
): readonly ReplaceText[] | undefined {
  // Text in a plain `.ts` file holds no elements.
  if (/\.[cm]?ts$/u.test(file)) return undefined;
  const children = facts.component?.props.find(({ name }) => name === 'children');
  for (const use of children?.uses ?? []) {
    const value = use.role === 'rendered' ? valueBeside(text, facts, slot, use) : undefined;
    const place = value === undefined ? undefined : placeBehind(text, use, value);
    if (place)
      return [...addSlotProps(file, facts, [slot]), { kind: 'replaceText', file, ...place }];
  }
  return undefined;
}

/** How code beside a use of `children` says the slot: by its variable, or as `props.team`. */
function valueBeside(
  text: string,
  facts: ModuleFacts,
  slot: string,
  { range, form }: PropUse,
): string | undefined {
  if (form === 'local') return slotVariable(facts, slot);
  const access = facts.component?.accesses.find(
    (each) => each.range.start === range.start && each.range.end === range.end,
  );
  if (!access) return undefined;
  const object = text.slice(access.object.start, access.object.end);
  const { quote } = facts.style;
  return isIdentifier(slot) ? `${object}.${slot}` : `${object}[${quoteName(slot, quote)}]`;
}

/** `{children}` among other elements gets a neighbour; `return children` becomes a fragment of both. */
function placeBehind(
  text: string,
  { range: { start, end } }: PropUse,
  value: string,
): Pick<ReplaceText, 'range' | 'text'> | undefined {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const closing = /^\s*\}/u.exec(after)?.[0];
  if (
    closing !== undefined &&
    /[>}\s]\s*\{\s*$/u.test(before) &&
    /^\s*[<{]/u.test(after.slice(closing.length))
  ) {
    const behind = end + closing.length;
    const line = /(?:^|\n)(?<indent>[^\S\n]*)\{\s*$/u.exec(before)?.groups?.['indent'];
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    const gap = line === undefined ? '' : lineBreak + line;
    return { range: { start: behind, end: behind }, text: `${gap}{${value}}` };
  }
  const isWhole = /(?:\breturn|=>)\s+$/u.test(before) && /^\s*(?:[;}]|\n|\r|$)/u.test(after);
  if (!isWhole) return undefined;
  const own = text.slice(start, end);
  return { range: { start, end }, text: `<>{${own}}{${value}}</>` };
}
