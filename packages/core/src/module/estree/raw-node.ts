import type { TextRange } from '../text-range.js';

/** A node of some parser's ESTree. Only that it has a type is known. */
export interface RawNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Whether a value is a node. */
export function isRawNode(value: unknown): value is RawNode {
  return typeof value === 'object' && value !== null && 'type' in value && isString(value.type);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** The node under a key. */
export function childOf(node: RawNode, key: string): RawNode | undefined {
  const value = node[key];
  return isRawNode(value) ? value : undefined;
}

/** The nodes of the list under a key; holes are left out. */
export function listOf(node: RawNode | undefined, key: string): readonly RawNode[] {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isRawNode) : [];
}

/** The string under a key. */
export function textOf(node: RawNode | undefined, key: string): string | undefined {
  const value = node?.[key];
  return isString(value) ? value : undefined;
}

/** Where a node stands; typescript-eslint has `range` only, oxc has `start` and `end` only. */
export function rangeOf(node: RawNode): TextRange {
  const { range, start, end } = node;
  if (Array.isArray(range)) {
    const [from, to] = range as readonly unknown[];
    if (typeof from === 'number' && typeof to === 'number') return { start: from, end: to };
  }
  if (typeof start === 'number' && typeof end === 'number') return { start, end };
  return { start: 0, end: 0 };
}

/** Keys that hold no part of the syntax, or lead upwards. */
const noChildren: ReadonlySet<string> = new Set([
  'parent',
  'loc',
  'range',
  'tokens',
  'comments',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'extra',
  'errors',
]);

/** Every node right below a node, in the order of the text. */
export function childrenOf(node: RawNode): readonly RawNode[] {
  const children: RawNode[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (noChildren.has(key)) continue;
    if (isRawNode(value)) children.push(value);
    else if (Array.isArray(value)) children.push(...value.filter(isRawNode));
  }
  return children.sort((a, b) => rangeOf(a).start - rangeOf(b).start);
}
