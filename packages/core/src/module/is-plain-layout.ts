/** The layout's function, where it is all of the file from there on and does nothing but return. */
const plainFunction =
  /(?:^|\n)export default (?:async )?function [\w$]*\(\{(?<taken>[\w$,\s]*)\}(?:: (?:Readonly<)?\{(?<typed>[\w$.:;,\s]*)\}>?)?\) \{\s*return (?:\(\s*)?(?<shown><[^]*>)\s*\)?;?\s*\}\s*$/u;

/** A member of the type: React's type for whatever can be rendered. */
const typedName = /^(?<name>[\w$]+): (?:React\.)?ReactNode$/u;

/** A template or a comment may hold code, and `ReactNode` be another where the file says so. */
const doubtful = /`|\/\*|\b(?:type|interface|class|enum|namespace) React(?:Node)?\b/u;

/** Braces that hold a name, of which nothing but its value can be shown. */
const bracedName = /\{[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*\}/gu;

/** The string of an attribute with a brace in it. */
const bracedString = /=\s*(?:"[^"]*[{}]|'[^']*[{}])/u;

/** Between the attributes of a tag; what follows a colon is an address. */
const lineComment = /(?<!:)\/\//u;

/**
 * Whether a text is surely a layout that takes, types and renders just `children` and the given slots,
 * as most layouts do: one function with its props taken apart, that returns elements with nothing but
 * names in their braces. Then no fact of it is worth a finding, and it need not be parsed, which is most
 * of what checking a large app costs. In doubt it is not plain.
 *
 * @param slots - The props that Next passes besides `children`.
 */
export function isPlainLayout(text: string, slots: readonly string[]): boolean {
  const { taken, typed, shown } = plainFunction.exec(text)?.groups ?? {};
  if (taken === undefined || shown === undefined || doubtful.test(text)) return false;
  const names = listed(taken, ',');
  return (
    isSetOf(names, ['children', ...slots]) &&
    slots.every((slot) => names.includes(slot)) &&
    (typed === undefined || isSame(typedNames(typed), names)) &&
    showsOnlyNames(shown) &&
    slots.every((slot) => isShown(slot, shown))
  );
}

function typedNames(members: string): readonly (string | undefined)[] {
  return listed(members, /[;,\n]/u).map((member) => typedName.exec(member)?.groups?.['name']);
}

function showsOnlyNames(elements: string): boolean {
  return (
    !bracedString.test(elements) &&
    !lineComment.test(elements) &&
    !/[{}]/u.test(elements.replaceAll(bracedName, ''))
  );
}

/** Whether a name stands among the children of an element. */
function isShown(name: string, elements: string): boolean {
  const braced = `{${name}}`;
  for (let at = elements.indexOf(braced); at >= 0; at = elements.indexOf(braced, at + 1)) {
    if (!elements.slice(0, at).trimEnd().endsWith('=')) return true;
  }
  return false;
}

function listed(text: string, separator: string | RegExp): readonly string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function isSame(a: readonly (string | undefined)[], b: readonly string[]): boolean {
  return a.length === b.length && isSetOf(a, b);
}

/** Whether all items are among the known, each at most once. */
function isSetOf(items: readonly (string | undefined)[], known: readonly string[]): boolean {
  return (
    items.every((item) => item !== undefined && known.includes(item)) &&
    new Set(items).size === items.length
  );
}
