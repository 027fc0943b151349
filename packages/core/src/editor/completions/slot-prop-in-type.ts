import { cursorInList } from './cursor-in-list.js';
import type { CursorRequest } from './cursor-request.js';
import { filterTextAt, following, otherKeys } from './list-item-text.js';
import { printKey } from '../../edits/property-name.js';
import { quoteFor, type WriteSlotProp } from './slot-prop-text.js';

/** `{ children: ReactNode; | }`: a type literal or the body of an interface that types the props. */
export function inType(request: CursorRequest): WriteSlotProp | undefined {
  const { text, facts, offset } = request;
  const { type, props = [] } = facts.component ?? {};
  for (const body of type?.bodies ?? []) {
    const cursor = cursorInList(text, body, offset, 'semicolons');
    if (!cursor) continue;
    const { replace, item } = cursor;
    const taken = otherKeys(text, body, cursor);
    const { continued, separator } = following(text, cursor, 'semicolons');
    const isDeclaredElsewhere = (name: string) =>
      type?.everySlot === true ||
      props
        .find((each) => each.name === name)
        ?.declarations.some(({ key }) => key === undefined || key.start !== item?.key?.start);
    return (name) => {
      if (taken.has(name) || isDeclaredElsewhere(name) === true) return undefined;
      const key = printKey(name, quoteFor(request));
      return {
        insertText: continued ? key : `${key}: ${facts.reactNode}${separator}`,
        replace,
        filterText: filterTextAt(text, replace, name),
        declared: false,
      };
    };
  }
  return undefined;
}
