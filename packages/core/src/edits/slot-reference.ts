import type { ModuleFacts } from '../source/module-facts.js';
import type { PropFacts } from '../source/prop-facts.js';
import type { TextRange } from '../source/text-range.js';

/** A word in a source file that names a slot. */
export interface SlotReference {
  /** `prop` is one of the component's props, `key` the argument of `useSelectedLayoutSegment(s)`. */
  readonly kind: 'prop' | 'key';
  /** Without `@`: `team`. */
  readonly name: string;
  /** The word under the cursor, quotes included; for a renamed prop that may be its variable. */
  readonly range: TextRange;
}

/** Finds the word under the cursor that may name a slot, by the text alone. */
export function slotReferenceAt(facts: ModuleFacts, offset: number): SlotReference | undefined {
  for (const { key } of facts.slotKeys) {
    if (touches(key.range, offset)) return { kind: 'key', name: key.value, range: key.range };
  }
  for (const prop of facts.component?.props ?? []) {
    for (const range of wordsOf(prop)) {
      if (touches(range, offset)) return { kind: 'prop', name: prop.name, range };
    }
  }
  return undefined;
}

/** Every word that stands for a prop: its keys, its variables, its uses. */
export function* wordsOf(prop: PropFacts): Generator<TextRange> {
  for (const { key, local } of prop.bindings) {
    yield key;
    if (local) yield local.range;
  }
  for (const { key } of prop.declarations) if (key) yield key;
  for (const { name } of prop.uses) yield name;
}

function touches(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
