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

/** What a JSON text with comments holds; undefined where that is no object. */
export function parseJsonObject(text: string): Node | undefined {
  // At the start of a statement `{` would begin a block.
  const prefix = '_=';
  const [statement] = parseStatements('config.ts', prefix + text.replace(/^\uFEFF/u, ' ')) ?? [];
  const value = child(child(statement, 'expression'), 'right');
  return value?.type === 'ObjectExpression' ? (moved(value, -prefix.length) as Node) : undefined;
}

/** The same syntax tree at another place in the text. */
function moved(tree: unknown, by: number): unknown {
  if (Array.isArray(tree)) return tree.map((each) => moved(each, by));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      key === 'start' || key === 'end' ? Number(value) + by : moved(value, by),
    ]),
  );
}

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

/** The value of a property of an object. */
export function property(object: Node, name: string): Node | undefined {
  const found = children(object, 'properties').find((each) => {
    const key = child(each, 'key');
    return (key?.type === 'Identifier' ? key['name'] : key?.['value']) === name;
  });
  return child(found, 'value');
}

/** Adds an item to the end of a list. */
export function addItem(text: string, list: Node, item: string): string {
  return addToList(text, list, children(list, 'elements'), [item]);
}

/** Adds a property to the end of an object. */
export function addProperty(text: string, object: Node, added: string): string {
  return addToList(text, object, children(object, 'properties'), [added]);
}

/** Adds properties to the end of an object, each on a line of its own where the object is empty. */
export function addProperties(text: string, object: Node, added: readonly string[]): string {
  const known = children(object, 'properties');
  if (known.length === 0) return replaceNode(text, object, () => objectBlock(added));
  return addToList(text, object, known, added);
}

/** An object one level below the top, as formatters write it. */
export function objectBlock(properties: readonly string[]): string {
  return `{\n${properties.map((each) => `    ${each}`).join(',\n')}\n  }`;
}

/** Puts something else in the place of a node. */
export function replaceNode(
  text: string,
  { start, end }: Node,
  by: (old: string) => string,
): string {
  return text.slice(0, start) + by(text.slice(start, end)) + text.slice(end);
}

/**
 * Adds to what stands between brackets: on lines of their own where the last item has one.
 *
 * @param list - The node with the brackets.
 */
export function addToList(
  text: string,
  list: Node,
  items: readonly Node[],
  added: readonly string[],
): string {
  const last = items.at(-1);
  if (!last) {
    const end = list.end - 1;
    return `${text.slice(0, end).trimEnd()}${added.join(', ')}${text.slice(end)}`;
  }
  const indent = /\n(?<indent>[ \t]*)$/u.exec(text.slice(0, last.start));
  const separator = indent ? `,\n${indent.groups?.['indent'] ?? ''}` : ', ';
  const inserted = added.map((each) => separator + each).join('');
  return text.slice(0, last.end) + inserted + text.slice(last.end);
}
