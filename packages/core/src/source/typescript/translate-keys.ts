import type ts from 'typescript';
import type { Node } from '../ast/nodes.js';
import type { Keyed } from '../ast/keys.js';
import type { Translator } from './translator.js';

/** The key of a property, a member of a class, or a member of a type. */
export function propertyKey(name: ts.PropertyName, t: Translator): Keyed {
  const { ts } = t;
  if (ts.isComputedPropertyName(name)) return { key: t.node(name.expression), computed: true };
  return { key: ts.isNumericLiteral(name) ? numericKey(name, t) : t.node(name), computed: false };
}

function numericKey(name: ts.NumericLiteral, t: Translator): Node {
  return { type: 'Literal', ...t.range(name), value: Number(name.text) };
}
