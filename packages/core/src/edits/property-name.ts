import { printable } from '../printable.js';

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** Names that no variable of a module can have. */
const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum ' +
    'eval export extends false finally for function if implements import in instanceof interface ' +
    'let new null package private protected public return static super switch this throw true try ' +
    'typeof var void while with yield'
  ).split(' '),
);

/** Whether a name can be a key, or stand after a dot, without quotes. */
export function isIdentifier(name: string): boolean {
  return identifier.test(name);
}

/** Whether a name can be a variable. */
export function isVariable(name: string): boolean {
  return isIdentifier(name) && !reserved.has(name);
}

/**
 * Writes a value for the inside of a string literal. What would end the line, or make the code read in
 * another direction, is written as an escape: a folder may be called anything.
 */
export function escapeFor(value: string, quote: string): string {
  const escaped = value.replaceAll(/[\\'"`]/gu, (c) => (c === quote || c === '\\' ? `\\${c}` : c));
  // In a comment the literal is part of a type, and must not end it.
  const closed = escaped.replaceAll('*/', String.raw`*\/`);
  return printable(quote === '`' ? closed.replaceAll('${', '\\${') : closed);
}

/** A name as a string literal. */
export function quoteName(name: string, quote: "'" | '"'): string {
  return quote + escapeFor(name, quote) + quote;
}

/**
 * A value as a string literal whose own quotes are written as escapes: whichever quotes are put around it
 * later, it stays one.
 */
export function stringInAnyQuotes(value: string): string {
  return `'${escapeFor(value, '').replaceAll("'", '\\x27').replaceAll('"', '\\x22')}'`;
}

/** A name as the key of a pattern, a type or an object. */
export function printKey(name: string, quote: "'" | '"'): string {
  return isIdentifier(name) ? name : quoteName(name, quote);
}

/**
 * The variable that a slot's prop is put into: `team`, `dataGrid` for `data-grid`, `classSlot` for
 * `class`.
 *
 * @param isTaken - Tells of names that mean something else already.
 */
export function variableFor(name: string, isTaken: (variable: string) => boolean): string {
  if (isVariable(name) && !isTaken(name)) return name;
  const words = name.split(/[^\p{ID_Continue}$]+/u).filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const base = isIdentifier(joined) ? joined : `_${joined}`;
  const fits = (variable: string) => isVariable(variable) && !isTaken(variable);
  if (fits(base)) return base;
  const named = `${base}Slot`;
  if (fits(named)) return named;
  for (let count = 2; ; count += 1) {
    if (fits(named + String(count))) return named + String(count);
  }
}
