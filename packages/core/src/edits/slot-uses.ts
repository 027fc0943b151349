import type { App } from '../app.js';
import type { ModuleFacts } from '../source/module-facts.js';
import type { TextRange } from '../source/text-range.js';
import type { Segment } from '../routes/route-tree.js';
import type { ReplaceText } from './edit.js';
import { renameLiteral, renameProp } from './rename-prop.js';
import { slotOfReference } from './slot-of-reference.js';
import { wordsOf } from './slot-reference.js';

/** A module of an app, read. */
export interface ReadModule {
  readonly app: App;
  /** Relative to the app directory. */
  readonly file: string;
  readonly text: string;
  readonly facts: ModuleFacts;
}

/**
 * Every word in one module that names a slot: the prop's keys, variables and uses in the owner's
 * layout, and the keys of `useSelectedLayoutSegment(s)` anywhere below the owner. In order, no word
 * twice.
 */
export function slotUsesIn(module: ReadModule, slot: Segment): readonly TextRange[] {
  const ranges = slotKeysIn(module, slot).map(({ range }) => range);
  const prop = slotPropIn(module, slot);
  if (prop) ranges.push(...wordsOf(prop));
  const starts = new Set<number>();
  return ranges
    .sort((a, b) => a.start - b.start)
    .filter(({ start }) => !starts.has(start) && starts.add(start));
}

/**
 * The edits that follow a slot's new name in one module: in the keys that ask for it, and in the prop
 * by which the owner's layout gets it.
 *
 * @param slot - As it is called until now.
 * @param to - The new name, without `@`.
 */
export function renameSlotIn(
  module: ReadModule,
  slot: Segment,
  to: string,
): readonly ReplaceText[] {
  const { file, text, facts } = module;
  const keys = slotKeysIn(module, slot).map(({ range }) => renameLiteral(file, text, range, to));
  const prop = slotPropIn(module, slot) ? renameProp(file, text, facts, slot.name.value, to) : [];
  return [...keys, ...prop].sort((a, b) => a.range.start - b.range.start);
}

/** The prop through which the owner's layout gets a slot. */
function slotPropIn({ app, file, facts }: ReadModule, slot: Segment) {
  const name = slot.name.value;
  if (slotOfReference(app, file, { kind: 'prop', name })?.slot !== slot) return undefined;
  return facts.component?.props.find((prop) => prop.name === name);
}

/** The literals by which a module asks for a slot. */
function slotKeysIn({ app, file, facts }: ReadModule, slot: Segment) {
  const name = slot.name.value;
  const keys = facts.slotKeys.map(({ key }) => key).filter(({ value }) => value === name);
  if (keys.length === 0) return [];
  return slotOfReference(app, file, { kind: 'key', name })?.slot === slot ? keys : [];
}
