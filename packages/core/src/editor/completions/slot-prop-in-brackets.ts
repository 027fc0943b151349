import type { CompletionSource } from './completion-source.js';
import { escapeFor } from '../../edits/property-name.js';
import { cursorInLiteral } from './cursor-in-literal.js';
import { isDeclared, slotPropEntry } from './slot-prop-entry.js';

/** `props['|']`. */
export const slotPropInBrackets: CompletionSource = {
  files: 'layouts',
  extent: 'own-slots',
  locate({ text, facts, offset }) {
    for (const access of facts.component?.accesses ?? []) {
      if (access.form !== 'element') continue;
      const cursor = cursorInLiteral(text, access.name, offset);
      if (!cursor) continue;
      return function* (context) {
        for (const slot of context.segment.slots) {
          yield slotPropEntry(slot, {
            insertText: escapeFor(slot.name.value, cursor.quote),
            replace: cursor.replace,
            declared: isDeclared(context, slot.name.value),
          });
        }
      };
    }
    return undefined;
  },
};
