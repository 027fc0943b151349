import { hasClosedBraces } from './count-marks.js';
import { wordsIn } from './words-in.js';

/** A default export whose props are taken apart and not renamed, up to its body. */
const plainFunction =
  /^export default (?:async )?function [\w$]*\(\{(?<taken>[\w$,\s]*)\}(?:: (?:(?<type>[\w$]+)|(?:Readonly<)?\{(?<typed>(?:[^{}]|\{[^{}]*\})*)\}>?))?\)(?:: [\w$.]+(?:<[\w$.]+>)?)? \{/mu;

/** A member of the type: React's type for whatever can be rendered, or what Next passes in any case. */
const member =
  /^(?:readonly )?(?:(?<name>[\w$]+): (?:React\.)?ReactNode|params: [\w$.<>{}[\]: ]+)$/u;

/**
 * What may be more than it looks like: a template, a comment, a regular expression, `ReactNode` where the
 * file says what that is, a type that names a route, all arguments at once.
 */
const doubtful =
  /['"`\\]|(?<!<)\/(?!>)|\b(?:type|interface|class|enum|namespace|module)\s+(?:React|ReactNode|Readonly)\b(?!\s*[,}])|\b(?:arguments|LayoutProps|PageProps)\b/u;

/** What follows is done on a condition, or more than once. */
const condition = /&&|\|\||\?(?![.?])(?<!\?\?)|\b(?:if|else|switch|case|for|while|try|catch)\b/u;

/**
 * Whether a text is surely a layout that takes, types and renders just `children` and the given slots,
 * as most layouts do: one function with its props taken apart, that shows each slot once and in any case.
 * Then no fact of it is worth a finding, and it need not be looked through, which is most of what checking
 * a large app costs. In doubt it is not plain.
 *
 * @param slots - The props that Next passes besides `children`.
 */
export function isPlainLayout(text: string, slots: readonly string[]): boolean {
  const code = withoutStrings(text);
  const found = plainFunction.exec(code);
  const { taken, type, typed } = found?.groups ?? {};
  if (!found || taken === undefined || doubtful.test(code)) return false;
  if (!hasClosedBraces(code.slice(0, found.index))) return false;
  const names = listed(taken, ',');
  const members = type === undefined ? typed : membersOfType(type, code);
  if (!isSetOf(names, ['children', 'params', ...slots])) return false;
  if (type !== undefined && members === undefined) return false;
  if (members !== undefined && !declares(members, slots)) return false;
  const body = bodyFrom(code, found.index + found[0].length);
  return (
    body !== undefined &&
    slots.every((slot) => names.includes(slot) && isShown(slot, body)) &&
    // Children that are taken and forgotten are worth a finding, and everything but that shows them.
    (!names.includes('children') || wordsIn(body.code, 'children').length > 0) &&
    !condition.test(body.itself) &&
    // Where nothing is given for `children` something else is shown; for any other value that is common.
    !(body.itself.includes('??') && body.itself.includes('children'))
  );
}

/**
 * A string on one line: the value of an attribute, else one without braces and tags, since two apostrophes
 * in the texts between tags look like one, too.
 */
const string = /(?<==)(?:'[^'"\\\n]*'|"[^"\\\n]*")|'[^'"\\\n{}<>]*'|"[^"\\\n{}<>]*"/gu;

/** The code with a nought for each string. An apostrophe in a text between tags leaves doubt. */
function withoutStrings(text: string): string {
  return text.replaceAll(string, '0');
}

/** How the line of a declaration begins that is no part of another. */
const declarations = ['interface ', 'type ', 'export interface ', 'export type '];

/** A declaration that is at its end, and does not go on in the next line: `} & Others`. */
const endsThere = /^(?:;[^\S\n]*(?:\n|$)|[^\S\n]*(?:$|\n)(?!\s*[&|[]))/u;

/** The members of an interface or a type of the file that is declared once and made of nothing else. */
function membersOfType(name: string, code: string): string | undefined {
  const declared = wordsIn(code, name).filter((at) =>
    /\b(?:interface|type|class|enum)\s+$/u.test(code.slice(Math.max(0, at - 32), at)),
  );
  const [at] = declared;
  if (at === undefined || declared.length > 1) return undefined;
  const before = code.slice(code.lastIndexOf('\n', at) + 1, at);
  const opening = before.endsWith('interface ') ? ' {' : ' = {';
  if (!declarations.includes(before) || !code.startsWith(opening, at + name.length)) {
    return undefined;
  }
  const start = at + name.length + opening.length;
  const end = closingBrace(code, start);
  if (end === undefined) return undefined;
  return endsThere.test(code.slice(end + 1)) ? code.slice(start, end) : undefined;
}

/** Where braces end that hold no more than one further level of them. */
function closingBrace(code: string, start: number): number | undefined {
  let depth = 1;
  for (let at = nextBrace(code, start); at < code.length; at = nextBrace(code, at + 1)) {
    depth += code[at] === '{' ? 1 : -1;
    if (depth === 0) return at;
    if (depth > 2) return undefined;
  }
  return undefined;
}

/** Whether members are a slot each, `children` or `params`, and no slot is missing. */
function declares(members: string, slots: readonly string[]): boolean {
  const names: string[] = [];
  for (const each of listed(members, /[;,\n]/u)) {
    const found = member.exec(each);
    if (!found) return false;
    names.push(found.groups?.['name'] ?? 'params');
  }
  return (
    isSetOf(names, ['children', 'params', ...slots]) && slots.every((slot) => names.includes(slot))
  );
}

/** A function's body. */
interface Body {
  readonly code: string;
  /** The code that stands in no braces but the body's own, which are left out. */
  readonly itself: string;
  /** Where each pair of those braces begins, by what stands in it. */
  readonly braced: ReadonlyMap<string, number>;
}

/** @returns undefined where braces are not closed. */
function bodyFrom(code: string, start: number): Body | undefined {
  const braced = new Map<string, number>();
  let itself = '';
  let depth = 1;
  let last = start;
  for (let at = nextBrace(code, start); at < code.length; at = nextBrace(code, at + 1)) {
    const opens = code[at] === '{';
    if (depth === 1) itself += code.slice(last, at);
    else if (depth === 2 && !opens) braced.set(code.slice(last, at), last - 1 - start);
    depth += opens ? 1 : -1;
    if (depth === 0) return { code: code.slice(start, at), itself, braced };
    if (depth === (opens ? 2 : 1)) last = at + 1;
  }
  return undefined;
}

/** Where the next brace stands; the length of the code where none does. */
function nextBrace(code: string, from: number): number {
  let at = from;
  while (at < code.length && code[at] !== '{' && code[at] !== '}') at += 1;
  return at;
}

/** Whether a name stands among the children of an element, and nowhere else. */
function isShown(name: string, { code, braced }: Body): boolean {
  const at = braced.get(name);
  if (at === undefined) return false;
  const before = code.slice(0, at).trimEnd();
  const after = code.slice(at + name.length + 2).trimStart();
  return /(?<!=)>$|\}$/u.test(before) && /^[<{]/u.test(after) && wordsIn(code, name).length === 1;
}

function listed(text: string, separator: string | RegExp): readonly string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Whether all items are among the known, each at most once. */
function isSetOf(items: readonly string[], known: readonly string[]): boolean {
  return items.every((item) => known.includes(item)) && new Set(items).size === items.length;
}
