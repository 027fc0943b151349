import type { Node, Wrapper } from './nodes.js';

const types: ReadonlySet<string> = new Set<Wrapper['type']>([
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
export function isWrapper(node: Node): node is Wrapper {
  return types.has(node.type);
}

/** The expression itself, without the casts and parentheses around it. */
export function unwrapped(node: Node): Node {
  return isWrapper(node) ? unwrapped(node.expression) : node;
}
