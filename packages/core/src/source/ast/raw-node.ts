import type { Located } from './ranges.js';

/** A node of some parser's types. Only that it has a type is known. */
export interface RawNode extends Located {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Whether a value is a node. */
export function isRawNode(value: unknown): value is RawNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
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
  return typeof value === 'string' ? value : undefined;
}
