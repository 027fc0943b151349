import type { TextRange } from '../text-range.js';
import { stringOf } from './literals.js';
import { nameRange } from './name-range.js';
import type { Node } from './nodes.js';
import { rangeOf } from './ranges.js';

/** A property, a member of a class, or a member of a type. */
export interface Keyed {
  readonly key: Node;
  readonly computed?: boolean | null | undefined;
}

/** The key as far as it is known without running the code; undefined where it is computed or private. */
export function keyOf({ key, computed }: Keyed): string | undefined {
  if (!computed && key.type === 'Identifier') return key.name;
  const isNumber = !computed && key.type === 'Literal' && typeof key.value === 'number';
  return stringOf(key) ?? (isNumber ? String(key.value) : undefined);
}

/** The key as written, quotes included; the expression where it is computed. */
export function keyRange({ key, computed }: Keyed, text: string): TextRange {
  return !computed && key.type === 'Identifier' ? nameRange(text, key) : rangeOf(key);
}

export function isQuoted({ key }: Keyed): boolean {
  return stringOf(key) !== undefined;
}
