import { isIdentifier, printKey, quoteName, variableFor } from '../edits/property-name.js';
import { escapeFor } from '../completions/cursor-in-literal.js';
import type { ReplaceText } from '../edits/edit.js';
import type { PropFacts, PropUse } from '../module/prop-facts.js';
import type { TextRange } from '../module/text-range.js';
import type { Segment } from '../tree/route-tree.js';
import { slotKeysIn, slotPropIn, type ReadModule } from './slot-uses.js';

/** What a new name of a slot does to the words of one module. */
interface Renaming {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  /** The variable that takes the place of one called like the slot. */
  readonly variable: string;
  readonly quote: "'" | '"';
}

/**
 * The edits that follow a slot's new name in one module. A variable that is called like the slot is
 * renamed with it, one that has a name of its own keeps it.
 *
 * @param slot - As it is called until now.
 * @param to - The new name, without `@`.
 */
export function renameSlotIn(
  module: ReadModule,
  slot: Segment,
  to: string,
): readonly ReplaceText[] {
  const { file, text, facts } = module;
  const from = slot.name.value;
  const taken = new Set(facts.names);
  const renaming: Renaming = {
    text,
    from,
    to,
    variable: variableFor(to, (name) => taken.has(name)),
    quote: facts.style.quote,
  };
  const edits: Replacement[] = slotKeysIn(module, slot).map(({ range }) =>
    renameLiteral(range, renaming),
  );
  const prop = slotPropIn(module, slot);
  if (prop) edits.push(...renameProp(prop, renaming));
  return edits
    .sort((a, b) => a.range.start - b.range.start)
    .map((edit) => ({ kind: 'replaceText', file, ...edit }));
}

interface Replacement {
  readonly range: TextRange;
  readonly text: string;
}

function* renameProp(prop: PropFacts, renaming: Renaming): Generator<Replacement> {
  const { to, variable, quote } = renaming;
  for (const { key, quoted, shorthand } of prop.bindings) {
    if (quoted) yield renameLiteral(key, renaming);
    else if (!shorthand || variable === to) yield { range: key, text: printKey(to, quote) };
    else yield { range: key, text: `${printKey(to, quote)}: ${variable}` };
  }
  for (const { key, quoted } of prop.declarations) {
    if (!key) continue;
    yield quoted ? renameLiteral(key, renaming) : { range: key, text: printKey(to, quote) };
  }
  const followsName = prop.bindings.some(({ shorthand }) => shorthand);
  for (const use of prop.uses) {
    const edit = renameUse(use, renaming, followsName);
    if (edit) yield edit;
  }
}

function renameUse(
  { form, name }: PropUse,
  renaming: Renaming,
  followsName: boolean,
): Replacement | undefined {
  const { text, from, to, variable, quote } = renaming;
  switch (form) {
    case 'element':
      return renameLiteral(name, renaming);
    case 'member': {
      if (isIdentifier(to)) return { range: name, text: to };
      const dot = text.lastIndexOf('.', name.start);
      const start = text[dot - 1] === '?' ? name.start : dot;
      return { range: { start, end: name.end }, text: `[${quoteName(to, quote)}]` };
    }
    case 'local':
    case 'shorthand': {
      if (!followsName || text.slice(name.start, name.end) !== from) return undefined;
      return { range: name, text: form === 'local' ? variable : `${from}: ${variable}` };
    }
  }
}

/** Replaces what stands between the quotes of a literal. */
function renameLiteral({ start, end }: TextRange, { text, to }: Renaming): Replacement {
  return {
    range: { start: start + 1, end: end - 1 },
    text: escapeFor(to, text.charAt(start)),
  };
}
