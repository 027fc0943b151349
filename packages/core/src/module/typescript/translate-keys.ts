import type ts from 'typescript';
import type { Node } from '../syntax/nodes.js';
import type { TextRange } from '../text-range.js';
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
export function propertyKey(name: ts.PropertyName, t: Translator): Key {
  const { ts } = t;
  const keyRange = t.range(name);
  if (ts.isIdentifier(name) || ts.isNumericLiteral(name)) {
    return { key: name.text, keyRange, quoted: false, computed: undefined };
  }
  if (ts.isStringLiteralLike(name)) {
    return { key: name.text, keyRange, quoted: true, computed: undefined };
  }
  if (!ts.isComputedPropertyName(name)) {
    return { key: undefined, keyRange, quoted: false, computed: undefined };
  }
  const computed = t.node(name.expression);
  const range = { start: computed.start, end: computed.end };
  if (computed.kind === 'string') {
    return { key: computed.value, keyRange: range, quoted: true, computed: undefined };
  }
  return { key: undefined, keyRange: range, quoted: false, computed };
}
