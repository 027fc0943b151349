import type { ClassNode, FunctionNode, Node } from './nodes.js';

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

/** Whether a node is a class, declared or not. */
export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}
