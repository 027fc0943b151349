import type { CompletionEntry } from './completion-entry.js';
import type { CursorRequest } from './cursor-request.js';

/** What is inserted for a slot's prop, where the rest of its entry is as everywhere. */
export type SlotPropText = Pick<CompletionEntry, 'insertText' | 'replace'> &
  Partial<Pick<CompletionEntry, 'filterText' | 'declared'>>;

/** Writes a prop at the cursor by its name; undefined where it is there already. */
export type WriteSlotProp = (name: string) => SlotPropText | undefined;

/** The quotes for a name that needs them; where the file has no string yet, single ones. */
export function quoteFor({ text, facts }: CursorRequest): "'" | '"' {
  return /(['"])[^'"\n]*\1/u.test(text) ? facts.style.quote : "'";
}
