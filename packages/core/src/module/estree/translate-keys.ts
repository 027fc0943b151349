import type { Node } from '../syntax/nodes.js';
import type { TextRange } from '../text-range.js';
import { childOf, rangeOf, textOf, type RawNode } from './raw-node.js';
import type { Translator } from './translator.js';

/** A key as far as it is known without running the code. */
export interface Key {
  /** Undefined where it is computed or private. */
  readonly key: string | undefined;
  readonly keyRange: TextRange;
  readonly quoted: boolean;
  readonly computed: Node | undefined;
}

/** The key of a property, a member of a class, or a member of a type. */
export function propertyKey(raw: RawNode, t: Translator): Key {
  const key = childOf(raw, 'key');
  if (!key) return { key: undefined, keyRange: rangeOf(raw), quoted: false, computed: undefined };
  const isComputed = raw['computed'] === true;
  if (!isComputed && key.type === 'Identifier') {
    const { name, start, end } = t.name(key);
    return { key: name, keyRange: { start, end }, quoted: false, computed: undefined };
  }
  const node = t.node(key);
  const keyRange = { start: node.start, end: node.end };
  if (node.kind === 'string') {
    return { key: node.value, keyRange, quoted: true, computed: undefined };
  }
  if (isComputed) return { key: undefined, keyRange, quoted: false, computed: node };
  return { key: numericKey(key), keyRange, quoted: false, computed: undefined };
}

function numericKey(key: RawNode): string | undefined {
  const value = key['value'];
  return typeof value === 'number' ? String(value) : undefined;
}

/** The name in an import or export, which may be a string. */
export function moduleName(raw: RawNode | undefined): string {
  return textOf(raw, 'name') ?? textOf(raw, 'value') ?? '';
}
