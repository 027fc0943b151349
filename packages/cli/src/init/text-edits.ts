import { loadParser } from '../sources/load-parser.js';

/** A node of the syntax tree, as far as configurations are edited by it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/**
 * Parses a configuration.
 *
 * @returns its statements; undefined where it cannot be parsed.
 */
export function parseStatements(file: string, text: string): readonly Node[] | undefined {
  const { program, errors } = loadParser().parseSync(file, text, { lang: 'ts' });
  return errors.length > 0 ? undefined : (program.body as unknown as readonly Node[]);
}

/** What a JSON text with comments holds; undefined where that is no object. Places are those in the text. */
export function parseJsonObject(text: string): Node | undefined {
  // A space in the place of a byte order mark, and `(` before it, would move what follows.
  const [statement] = parseStatements('config.ts', `_=${text.replace(/^\uFEFF/u, ' ')}`) ?? [];
  const expression = child(statement, 'expression');
  const value = child(expression, 'right');
  return value?.type === 'ObjectExpression' ? value : undefined;
}

/** How far places in {@link parseJsonObject} lie behind those in the text. */
const jsonOffset = '_='.length;

/** A child of a node; undefined where it has none of that name. */
export function child(node: Node | undefined, name: string): Node | undefined {
  const value = node?.[name];
  return typeof value === 'object' && value !== null ? (value as Node) : undefined;
}

/** The children of a node in a list. */
export function children(node: Node, name: string): readonly Node[] {
  const value = node[name];
  return Array.isArray(value) ? (value as readonly Node[]) : [];
}

/** The value of a property of a JSON object. */
export function property(object: Node, name: string): Node | undefined {
  const found = children(object, 'properties').find(
    (each) => child(each, 'key')?.['value'] === name,
  );
  return child(found, 'value');
}

/** Adds an item to the end of a JSON list. */
export function addJsonItem(text: string, list: Node, item: string): string {
  const items = children(list, 'elements');
  return addToList(text, list, items, [item], jsonOffset);
}

/** Adds a property to the end of a JSON object. */
export function addJsonProperty(text: string, object: Node, added: string): string {
  return addToList(text, object, children(object, 'properties'), [added], jsonOffset);
}

/** Adds properties to the end of a JSON object, each on a line of its own where the object is empty. */
export function addJsonProperties(text: string, object: Node, added: readonly string[]): string {
  const known = children(object, 'properties');
  if (known.length === 0) return replaceJson(text, object, () => jsonBlock(added));
  return addToList(text, object, known, added, jsonOffset);
}

/** A JSON object one level below the top, as formatters write it. */
export function jsonBlock(properties: readonly string[]): string {
  return `{\n${properties.map((each) => `    ${each}`).join(',\n')}\n  }`;
}

/** Puts something else in the place of a JSON value. */
export function replaceJson(
  text: string,
  { start, end }: Node,
  by: (old: string) => string,
): string {
  const from = start - jsonOffset;
  const to = end - jsonOffset;
  return text.slice(0, from) + by(text.slice(from, to)) + text.slice(to);
}

/**
 * Adds to what stands between brackets: on lines of their own where the last item has one.
 *
 * @param list - The node with the brackets.
 * @param offset - How far the nodes' places lie behind those in the text.
 */
export function addToList(
  text: string,
  list: Node,
  items: readonly Node[],
  added: readonly string[],
  offset = 0,
): string {
  const last = items.at(-1);
  if (!last) {
    const end = list.end - offset - 1;
    return `${text.slice(0, end).trimEnd()}${added.join(', ')}${text.slice(end)}`;
  }
  const indent = /\n(?<indent>[ \t]*)$/u.exec(text.slice(0, last.start - offset));
  const separator = indent ? `,\n${indent.groups?.['indent'] ?? ''}` : ', ';
  const end = last.end - offset;
  return text.slice(0, end) + added.map((each) => separator + each).join('') + text.slice(end);
}
