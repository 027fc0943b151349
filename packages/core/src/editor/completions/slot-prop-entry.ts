import type { TextRange } from '../../source/text-range.js';
import type { Segment } from '../../routes/route-tree.js';
import type { CompletionContext } from './completion-source.js';
import type { CompletionEntry } from './completion-entry.js';

/** Sorts where TypeScript sorts the local variables: before everything else. */
const first = '10';

/** Whether the component's own type, as far as this file shows it, names a prop. */
export function isDeclared({ facts }: CompletionContext, name: string): boolean {
  const { component } = facts;
  if (component?.type?.everySlot === true) return true;
  const prop = component?.props.find((each) => each.name === name);
  return prop !== undefined && prop.declarations.length > 0;
}

/** The entry for a slot's prop. */
export function slotPropEntry(
  slot: Segment,
  place: {
    readonly replace: TextRange;
    readonly insertText: string;
    readonly declared: boolean;
    readonly filterText?: string;
  },
): CompletionEntry {
  return {
    name: slot.name.value,
    kind: 'slot',
    filterText: slot.name.value,
    sortText: first,
    data: { slot: slot.path },
    ...place,
  };
}

/** The quotes for a name that needs them; where the file has no string yet, single ones. */
export function quoteFor({ text, facts }: Pick<CompletionContext, 'text' | 'facts'>): "'" | '"' {
  return /(['"])[^'"\n]*\1/u.test(text) ? facts.style.quote : "'";
}
