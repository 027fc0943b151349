import type { App } from '../app.js';
import type { ModuleFacts } from '../source/module-facts.js';
import type { PropFacts } from '../source/prop-facts.js';
import type { TextRange } from '../source/text-range.js';
import { isLayoutOf } from '../routes/is-layout.js';
import type { Segment } from '../routes/route-tree.js';
import { findNearestSegment, folderOf } from '../routes/walk.js';
import type { ReplaceText } from './edit.js';
import { renameLiteral, renameProp } from './rename-prop.js';

/** A word in a source file that names a slot. */
export interface SlotReference {
  /** `prop` is one of the component's props, `key` the argument of `useSelectedLayoutSegment(s)`. */
  readonly kind: 'prop' | 'key';
  /** Without `@`: `team`. */
  readonly name: string;
  /** The word itself, quotes included; for a renamed prop that may be its variable. */
  readonly range: TextRange;
}

/** A slot with the segment that owns it. */
export interface OwnedSlot {
  readonly owner: Segment;
  readonly slot: Segment;
}

/** A module of an app, read. */
export interface ReadModule {
  readonly app: App;
  /** Relative to the app directory. */
  readonly file: string;
  readonly text: string;
  readonly facts: ModuleFacts;
}

/** Finds the word under the cursor that may name a slot, by the text alone. */
export function slotReferenceAt(facts: ModuleFacts, offset: number): SlotReference | undefined {
  const isAtCursor = ({ range }: SlotReference) => range.start <= offset && offset <= range.end;
  return keysIn(facts).find(isAtCursor) ?? propWordsIn(facts).find(isAtCursor);
}

/**
 * The slot that a word names: for a prop, one of the segment whose layout the file is; for a key, the
 * nearest of that name at or above the file.
 *
 * @returns undefined where no folder stands behind the name.
 */
export function slotOfReference(
  app: App,
  file: string,
  { kind, name }: Pick<SlotReference, 'kind' | 'name'>,
): OwnedSlot | undefined {
  const { segment, ancestors } = findNearestSegment(app.tree, folderOf(file));
  if (kind === 'prop' && !isLayoutOf(segment, file)) return undefined;
  const owners = kind === 'prop' ? [segment] : [segment, ...ancestors.toReversed()];
  for (const owner of owners) {
    const slot = owner.slots.find((each) => each.name.value === name);
    if (slot) return { owner, slot };
  }
  return undefined;
}

/**
 * Every word in one module that names a slot: the prop's keys, variables and uses in the owner's
 * layout, and the keys of `useSelectedLayoutSegment(s)` anywhere below the owner. In order, no word
 * twice.
 */
export function slotUsesIn(module: ReadModule, slot: Segment): readonly TextRange[] {
  const starts = new Set<number>();
  return referencesTo(module, slot)
    .map(({ range }) => range)
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
  const references = referencesTo(module, slot);
  const keys = references.filter(({ kind }) => kind === 'key');
  const edits = keys.map(({ range }) => renameLiteral(file, text, range, to));
  if (keys.length < references.length) {
    edits.push(...renameProp(file, text, facts, slot.name.value, to));
  }
  return edits.sort((a, b) => a.range.start - b.range.start);
}

/** The words of a module that name a slot. Most modules are no layout, and their props are not looked for. */
function referencesTo({ app, file, facts }: ReadModule, slot: Segment): readonly SlotReference[] {
  const name = slot.name.value;
  const isKnownBy = (kind: SlotReference['kind']) =>
    slotOfReference(app, file, { kind, name })?.slot === slot;
  return [
    ...(isKnownBy('key') ? keysIn(facts) : []),
    ...(isKnownBy('prop') ? propWordsIn(facts) : []),
  ].filter((reference) => reference.name === name);
}

function keysIn({ slotKeys }: ModuleFacts): readonly SlotReference[] {
  return slotKeys.map(({ key }) => ({ kind: 'key', name: key.value, range: key.range }));
}

function propWordsIn({ component }: ModuleFacts): readonly SlotReference[] {
  const props = component?.props ?? [];
  return props.flatMap((prop) =>
    wordsOf(prop).map((range) => ({ kind: 'prop', name: prop.name, range }) as const),
  );
}

/** Every word that stands for a prop: its keys, its variables, its uses. */
function wordsOf({ bindings, declarations, uses }: PropFacts): readonly TextRange[] {
  return [
    ...bindings.flatMap(({ key, local }) => (local ? [key, local.range] : [key])),
    ...declarations.flatMap(({ key }) => key ?? []),
    ...uses.map(({ name }) => name),
  ];
}
