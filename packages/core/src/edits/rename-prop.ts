import type { ModuleFacts } from '../source/module-facts.js';
import type { PropFacts, PropUse } from '../source/prop-facts.js';
import { inOrder, type TextRange } from '../source/text-range.js';
import type { TextEdit } from './apply-text-edits.js';
import type { ReplaceText } from './edit.js';
import { escapeFor, isIdentifier, printKey, quoteName, variableFor } from './property-name.js';

/**
 * The edits that give a prop another name in the module of its component: in patterns, in its type,
 * and wherever it is used. A variable that is called like the prop is renamed with it, one that has a
 * name of its own keeps it.
 *
 * @param file - Relative to the app directory.
 * @param text - The text that the facts were read from.
 */
export function renameProp(
  file: string,
  text: string,
  facts: ModuleFacts,
  from: string,
  to: string,
): readonly ReplaceText[] {
  const prop = facts.component?.props.find(({ name }) => name === from);
  if (!prop) return [];
  const { names, taken } = facts;
  // Where the new name is used and stands for nothing yet, it is what the prop was meant to be.
  // The old name is free, since the variable that had it gets the new one.
  const isTaken = (name: string) => name !== from && (name === to ? taken : names).includes(name);
  const variable = variableFor(to, isTaken);
  const follows = prop.bindings.some(({ shorthand, declares }) => shorthand && declares);
  const renaming: Renaming = { text, from, to, variable, follows, quote: facts.style.quote };
  const edits = [
    ...renameBindings(prop, renaming),
    ...prop.uses.flatMap((use) => renameUse(use, renaming)),
  ];
  return inOrder(edits).map((edit) => ({ kind: 'replaceText', file, ...edit }));
}

interface Renaming {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  /** The variable that takes the place of one called like the prop. */
  readonly variable: string;
  /** The variable of `{ team }` is renamed; one of `({ team } = props)` is declared somewhere else. */
  readonly follows: boolean;
  readonly quote: "'" | '"';
}

function* renameBindings(prop: PropFacts, renaming: Renaming): Generator<TextEdit> {
  const { from, to, variable, follows, quote } = renaming;
  const name = follows ? variable : from;
  const written = new Set(prop.bindings.map(({ key }) => key.start));
  for (const { key, quoted, shorthand, local } of prop.bindings) {
    if (quoted) yield inLiteral(key, renaming);
    else if (!shorthand || name === to) yield { range: key, text: printKey(to, quote) };
    else yield { range: key, text: `${printKey(to, quote)}: ${name}` };
    if (!shorthand || !follows) continue;
    for (const range of local?.writes ?? []) {
      if (!written.has(range.start)) yield { range, text: variable };
    }
  }
  for (const { key, quoted } of prop.declarations) {
    if (key) yield quoted ? inLiteral(key, renaming) : { range: key, text: printKey(to, quote) };
  }
}

function renameUse({ form, name }: PropUse, renaming: Renaming): TextEdit | readonly [] {
  const { text, from, to, variable, follows, quote } = renaming;
  switch (form) {
    case 'element':
      return inLiteral(name, renaming);
    case 'member': {
      if (isIdentifier(to)) return { range: name, text: to };
      const dot = text.lastIndexOf('.', name.start);
      const start = text[dot - 1] === '?' ? name.start : dot;
      return { range: { start, end: name.end }, text: `[${quoteName(to, quote)}]` };
    }
    case 'local':
    case 'shorthand': {
      if (!follows || text.slice(name.start, name.end) !== from) return [];
      return { range: name, text: form === 'local' ? variable : `${from}: ${variable}` };
    }
  }
}

function inLiteral(
  { start, end }: TextRange,
  { text, to }: Pick<Renaming, 'text' | 'to'>,
): TextEdit {
  const range = { start: start + 1, end: end - 1 };
  return { range, text: escapeFor(to, text.charAt(start)) };
}

/** The edit that puts another value between the quotes of a literal. */
export function renameLiteral(
  file: string,
  text: string,
  literal: TextRange,
  to: string,
): ReplaceText {
  return { kind: 'replaceText', file, ...inLiteral(literal, { text, to }) };
}
