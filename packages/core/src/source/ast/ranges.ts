import type { TextRange } from '../text-range.js';

/** Where a node stands: typescript-eslint has `range` only, oxc `start` and `end` only. */
export interface Located {
  readonly range?: readonly [number, number] | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

export function startOf(node: Located): number {
  return node.range?.[0] ?? node.start ?? 0;
}

export function endOf(node: Located): number {
  return node.range?.[1] ?? node.end ?? 0;
}

export function rangeOf(node: Located): TextRange {
  return { start: startOf(node), end: endOf(node) };
}
