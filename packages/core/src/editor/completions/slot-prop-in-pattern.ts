import type { ModuleFacts } from '../../source/module-facts.js';
import { cursorInList } from './cursor-in-list.js';
import type { CursorRequest } from './cursor-request.js';
import { filterTextAt, following, otherKeys } from './list-item-text.js';
import { isVariable, printKey, variableFor } from '../../edits/property-name.js';
import { quoteFor, type WriteSlotProp } from './slot-prop-text.js';

/** `({ children, | })`, and `const { | } = props`. */
export function inPattern(request: CursorRequest): WriteSlotProp | undefined {
  const { text, facts, offset } = request;
  for (const pattern of facts.component?.patterns ?? []) {
    const cursor = cursorInList(text, pattern, offset, 'commas');
    if (!cursor) continue;
    const { replace } = cursor;
    const quote = quoteFor(request);
    const taken = otherKeys(text, pattern, cursor);
    const { continued, separator } = following(text, cursor, 'commas');
    return (name) => {
      if (taken.has(name)) return undefined;
      const element = continued
        ? printKey(name, quote)
        : printElement(name, quote, facts) + separator;
      return { insertText: element, replace, filterText: filterTextAt(text, replace, name) };
    };
  }
  return undefined;
}

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
