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
  /['"`\\]|(?<!<)\/(?!>)|\b(?:type|interface|class|enum|namespace) React(?:Node)?\b(?!\s*[,}])|\b(?:arguments|LayoutProps|PageProps)\b/u;

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
  const names = listed(taken, ',');
  const members = type === undefined ? typed : membersOfType(type, code);
  if (!isSetOf(names, ['children', 'params', ...slots])) return false;
  if (type !== undefined && members === undefined) return false;
  if (members !== undefined && !declares(members, slots)) return false;
  const body = bodyFrom(code, found.index + found[0].length);
  return (
    body !== undefined &&
    slots.every((slot) => names.includes(slot) && isShown(slot, body)) &&
    !condition.test(body.itself)
  );
}

/** The code with a nought for each string. An apostrophe in a text between tags leaves doubt. */
function withoutStrings(text: string): string {
  return text.replaceAll(/'[^'"\\\n]*'|"[^"\\\n]*"/gu, '0');
}

/** The members of an interface or a type of the file that is declared once and made of nothing else. */
function membersOfType(name: string, code: string): string | undefined {
  const escaped = name.replaceAll('$', String.raw`\$`);
  const declared = new RegExp(
    String.raw`\b(?:interface|type|class|enum) ${escaped}(?![\w$])`,
    'gu',
  );
  if ([...code.matchAll(declared)].length !== 1) return undefined;
  const plain = new RegExp(
    String.raw`^(?:export )?(?:interface ${escaped}|type ${escaped} =) \{(?<members>(?:[^{}]|\{[^{}]*\})*)\};?\s*?$`,
    'mu',
  );
  return plain.exec(code)?.groups?.['members'];
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
  for (const { 0: brace, index } of code.slice(start).matchAll(/[{}]/gu)) {
    const at = start + index;
    if (depth === 1) itself += code.slice(last, at);
    else if (depth === 2 && brace === '}') braced.set(code.slice(last, at), last - 1 - start);
    depth += brace === '{' ? 1 : -1;
    if (depth === 0) return { code: code.slice(start, at), itself, braced };
    if (depth === (brace === '{' ? 2 : 1)) last = at + 1;
  }
  return undefined;
}

/** Whether a name stands among the children of an element, and nowhere else. */
function isShown(name: string, { code, braced }: Body): boolean {
  const at = braced.get(name);
  if (at === undefined) return false;
  const before = code.slice(0, at).trimEnd();
  const after = code.slice(at + name.length + 2).trimStart();
  const named = new RegExp(
    String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`,
    'gu',
  );
  return (
    /(?<!=)>$|\}$/u.test(before) && /^[<{]/u.test(after) && [...code.matchAll(named)].length === 1
  );
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
