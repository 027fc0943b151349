import { escapeFor } from '../../edits/property-name.js';
import type { Segment } from '../../routes/route-tree.js';
import { defineCompletionSource } from './completion-source.js';
import type { CompletionEntry } from './completion-entry.js';
import { cursorInLiteral } from './cursor-in-literal.js';

/** `useSelectedLayoutSegment('|')` and `useSelectedLayoutSegments('|')`. */
export const slotKey = defineCompletionSource({
  name: 'slot-key',
  files: 'modules',
  extent: 'slots-above',
  locate({ text, facts, offset }) {
    for (const { key } of facts.slotKeys) {
      const replace = cursorInLiteral(text, key.range, offset);
      if (!replace) continue;
      const quote = text.charAt(key.range.start);
      return function* ({ segment, ancestors }) {
        // The hook reads the layout around the component. Which one that is no file shows, so the
        // nearest comes first.
        const seen = new Set<string>();
        for (const [distance, owner] of [segment, ...[...ancestors].reverse()].entries()) {
          for (const slot of owner.slots) {
            if (seen.has(slot.name.value)) continue;
            seen.add(slot.name.value);
            yield slotKeyEntry(slot, distance, replace, quote);
          }
        }
      };
    }
    return undefined;
  },
});

function slotKeyEntry(
  slot: Segment,
  distance: number,
  replace: CompletionEntry['replace'],
  quote: string,
): CompletionEntry {
  return {
    name: slot.name.value,
    kind: 'slot-key',
    insertText: escapeFor(slot.name.value, quote),
    replace,
    filterText: slot.name.value,
    sortText: String(Math.min(10 + distance, 19)),
    declared: false,
    data: { slot: slot.path },
  };
}
