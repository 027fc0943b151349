import type { Node, Transparent } from './nodes.js';

const types: ReadonlySet<string> = new Set<Transparent['type']>([
  'ChainExpression',
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSNonNullExpression',
  'TSInstantiationExpression',
  'TypeCastExpression',
]);

/** Whether a node's value is that of the expression in it. */
export function isTransparent(node: Node): node is Transparent {
  return types.has(node.type);
}
