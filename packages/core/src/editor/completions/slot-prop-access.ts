import { escapeFor, isIdentifier, quoteName } from '../../edits/property-name.js';
import { cursorInLiteral } from './cursor-in-literal.js';
import type { CursorRequest } from './cursor-request.js';
import { quoteFor, type WriteSlotProp } from './slot-prop-text.js';

/** A cast object ends before its bracket: `(props as Props).`. */
const dotAndName = /^(?<gap>[\s)!]*)(?<dot>\?\.|\.)\s*[\p{ID_Continue}$\u200c\u200d]*$/u;

/** `props.|` and `this.props.|`. */
export function afterDot(request: CursorRequest): WriteSlotProp | undefined {
  const { text, facts, offset } = request;
  for (const access of facts.component?.accesses ?? []) {
    if (access.form !== 'member' || offset <= access.object.end) continue;
    const groups = dotAndName.exec(text.slice(access.object.end, offset))?.groups;
    if (groups?.['dot'] === undefined) continue;
    // Without a name the parser takes the next line's first word for one.
    const isTyped = access.name.start < offset && offset <= access.name.end;
    const name = isTyped ? access.name : { start: offset, end: offset };
    const dotStart = access.object.end + (groups['gap']?.length ?? 0);
    const start = groups['dot'] === '?.' ? name.start : dotStart;
    return (prop) => {
      if (isIdentifier(prop)) return { insertText: prop, replace: name };
      return {
        insertText: `[${quoteName(prop, quoteFor(request))}]`,
        replace: { start, end: name.end },
        filterText: text.slice(start, name.start) + prop,
      };
    };
  }
  return undefined;
}

/** `props['|']`. */
export function inBrackets({ text, facts, offset }: CursorRequest): WriteSlotProp | undefined {
  for (const access of facts.component?.accesses ?? []) {
    if (access.form !== 'element') continue;
    const cursor = cursorInLiteral(text, access.name, offset);
    if (!cursor) continue;
    const { quote, replace } = cursor;
    return (prop) => ({ insertText: escapeFor(prop, quote), replace });
  }
  return undefined;
}
