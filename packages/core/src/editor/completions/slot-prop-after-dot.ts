import type { CompletionSource } from './completion-source.js';
import { isIdentifier, quoteName } from '../../edits/property-name.js';
import { isDeclared, quoteFor, slotPropEntry } from './slot-prop-entry.js';

/** A cast object ends before its bracket: `(props as Props).`. */
const dotAndName = /^(?<gap>[\s)!]*)(?<dot>\?\.|\.)\s*[\p{ID_Continue}$\u200c\u200d]*$/u;

/** `props.|` and `this.props.|`. */
export const slotPropAfterDot: CompletionSource = {
  files: 'layouts',
  extent: 'own-slots',
  locate({ text, facts, offset }) {
    for (const access of facts.component?.accesses ?? []) {
      if (access.form !== 'member' || offset <= access.object.end) continue;
      const groups = dotAndName.exec(text.slice(access.object.end, offset))?.groups;
      if (groups?.['dot'] === undefined) continue;
      // Without a name the parser takes the next line's first word for one.
      const isTyped = access.name.start < offset && offset <= access.name.end;
      const name = isTyped ? access.name : { start: offset, end: offset };
      const dotStart = access.object.end + (groups['gap']?.length ?? 0);
      const isOptional = groups['dot'] === '?.';
      return function* (context) {
        for (const slot of context.segment.slots) {
          const prop = slot.name.value;
          const declared = isDeclared(context, prop);
          if (isIdentifier(prop)) {
            yield slotPropEntry(slot, { insertText: prop, replace: name, declared });
            continue;
          }
          const start = isOptional ? name.start : dotStart;
          yield slotPropEntry(slot, {
            insertText: `[${quoteName(prop, quoteFor(context))}]`,
            replace: { start, end: name.end },
            filterText: text.slice(start, name.start) + prop,
            declared,
          });
        }
      };
    }
    return undefined;
  },
};
