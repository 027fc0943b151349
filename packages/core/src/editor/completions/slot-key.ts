import { escapeFor } from '../../edits/property-name.js';
import type { Segment } from '../../routes/route-tree.js';
import type { CompletionSource } from './completion-source.js';
import type { CompletionEntry } from './completion-entry.js';
import { cursorInLiteral, type LiteralCursor } from './cursor-in-literal.js';

/** `useSelectedLayoutSegment('|')` and `useSelectedLayoutSegments('|')`. */
export const slotKey: CompletionSource = {
  files: 'modules',
  extent: 'slots-above',
  locate({ text, facts, offset }) {
    for (const { key } of facts.slotKeys) {
      const cursor = cursorInLiteral(text, key.range, offset);
      if (!cursor) continue;
      return function* ({ segment, ancestors }) {
        // The hook reads the layout around the component. Which one that is no file shows, so the
        // nearest comes first.
        const seen = new Set<string>();
        for (const [distance, owner] of [segment, ...[...ancestors].reverse()].entries()) {
          for (const slot of owner.slots) {
            if (seen.has(slot.name.value)) continue;
            seen.add(slot.name.value);
            yield slotKeyEntry(slot, distance, cursor);
          }
        }
      };
    }
    return undefined;
  },
};

function slotKeyEntry(
  slot: Segment,
  distance: number,
  { replace, quote }: LiteralCursor,
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
