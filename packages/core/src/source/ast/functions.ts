import type { FunctionNode, Node } from './nodes.js';

const functions: ReadonlySet<string> = new Set<FunctionNode['type']>([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'TSDeclareFunction',
  'TSEmptyBodyFunctionExpression',
]);

/** Whether a node is a function of any kind. */
export function isFunction(node: Node): node is FunctionNode {
  return functions.has(node.type);
}
