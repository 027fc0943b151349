import type { CompletionSource } from './completion-source.js';
import { cursorInList, type BracedList } from './cursor-in-list.js';
import { filterTextAt, following, otherKeys } from './list-item-text.js';
import { printKey } from '../../edits/property-name.js';
import { quoteFor, slotPropEntry } from './slot-prop-entry.js';

/** `{ children: ReactNode; | }`: a type literal or the body of an interface that types the props. */
export const slotPropInType: CompletionSource = {
  files: 'layouts',
  extent: 'own-slots',
  locate({ text, facts, offset }) {
    const type = facts.component?.type;
    const bodies = (type?.bodies ?? []).map(({ range, members }): BracedList => ({
      range,
      items: members,
    }));
    for (const body of bodies) {
      const cursor = cursorInList(text, body, offset, 'semicolons');
      if (!cursor) continue;
      const here = cursor.item?.key;
      return function* (context) {
        const { continued, separator } = following(text, cursor, 'semicolons');
        const taken = otherKeys(text, body, cursor);
        for (const slot of context.segment.slots) {
          const name = slot.name.value;
          if (taken.has(name) || isDeclaredElsewhere(name)) continue;
          const key = printKey(name, quoteFor(context));
          yield slotPropEntry(slot, {
            insertText: continued ? key : `${key}: ${facts.reactNode}${separator}`,
            replace: cursor.replace,
            filterText: filterTextAt(text, cursor.replace, name),
            declared: false,
          });
        }
      };

      function isDeclaredElsewhere(name: string): boolean {
        if (type?.everySlot === true) return true;
        const prop = facts.component?.props.find((each) => each.name === name);
        return (
          prop?.declarations.some(({ key }) => key === undefined || key.start !== here?.start) ??
          false
        );
      }
    }
    return undefined;
  },
};
