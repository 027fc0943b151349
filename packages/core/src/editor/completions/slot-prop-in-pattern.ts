import type { ModuleFacts } from '../../source/module-facts.js';
import type { CompletionSource } from './completion-source.js';
import { cursorInList, type BracedList } from './cursor-in-list.js';
import { filterTextAt, following, otherKeys } from './list-item-text.js';
import { isVariable, printKey, variableFor } from '../../edits/property-name.js';
import { isDeclared, quoteFor, slotPropEntry } from './slot-prop-entry.js';

/** `({ children, | })`, and `const { | } = props`. */
export const slotPropInPattern: CompletionSource = {
  files: 'layouts',
  extent: 'own-slots',
  locate({ text, facts, offset }) {
    for (const pattern of facts.component?.patterns ?? []) {
      const list: BracedList = { range: pattern.range, items: pattern.elements };
      const cursor = cursorInList(text, list, offset, 'commas');
      if (!cursor) continue;
      return function* (context) {
        const quote = quoteFor(context);
        const taken = otherKeys(text, list, cursor);
        const { continued, separator } = following(text, cursor, 'commas');
        for (const slot of context.segment.slots) {
          const name = slot.name.value;
          if (taken.has(name)) continue;
          const element = continued
            ? printKey(name, quote)
            : printElement(name, quote, facts) + separator;
          yield slotPropEntry(slot, {
            insertText: element,
            replace: cursor.replace,
            filterText: filterTextAt(text, cursor.replace, name),
            declared: isDeclared(context, name),
          });
        }
      };
    }
    return undefined;
  },
};

/** `team`, `'data-grid': dataGrid`, `class: classSlot`. */
function printElement(name: string, quote: "'" | '"', facts: ModuleFacts): string {
  if (isVariable(name)) return name;
  const key = printKey(name, quote);
  return `${key}: ${variableFor(name, (variable) => isBound(variable, facts))}`;
}

/**
 * Whether a name is bound to something else. A mere use of it is none: people write `{dataGrid}`
 * first and take it out of the props afterwards.
 */
function isBound(variable: string, facts: ModuleFacts): boolean {
  return (
    facts.imports.some(({ local }) => local === variable) ||
    (facts.component?.props.some(({ bindings }) =>
      bindings.some(({ local }) => local?.name === variable),
    ) ??
      false)
  );
}
