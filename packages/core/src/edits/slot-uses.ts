import type { App } from '../app.js';
import type { ModuleFacts } from '../source/module-facts.js';
import type { TextRange } from '../source/text-range.js';
import type { Segment } from '../routes/route-tree.js';
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

/** The prop through which the owner's layout gets a slot. */
export function slotPropIn({ app, file, facts }: ReadModule, slot: Segment) {
  const name = slot.name.value;
  if (slotOfReference(app, file, { kind: 'prop', name })?.slot !== slot) return undefined;
  return facts.component?.props.find((prop) => prop.name === name);
}

/** The literals by which a module asks for a slot. */
export function slotKeysIn({ app, file, facts }: ReadModule, slot: Segment) {
  const name = slot.name.value;
  const keys = facts.slotKeys.map(({ key }) => key).filter(({ value }) => value === name);
  if (keys.length === 0) return [];
  return slotOfReference(app, file, { kind: 'key', name })?.slot === slot ? keys : [];
}
