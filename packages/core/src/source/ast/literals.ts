import type { Node } from './nodes.js';

/** The text that a string literal, or a template without placeholders, stands for. */
export function stringOf(node: Node): string | undefined {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : undefined;
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? cookedText(node.quasis[0]) : undefined;
    default:
      return undefined;
  }
}

/** The text of a template's piece. */
export function cookedText(quasi: object | undefined): string | undefined {
  const value = quasi && 'value' in quasi ? quasi.value : undefined;
  if (typeof value !== 'object' || value === null || !('cooked' in value)) return undefined;
  return typeof value.cooked === 'string' ? value.cooked : undefined;
}

/** The expression itself, without the parentheses around it. */
export function withoutParentheses(node: Node): Node {
  return node.type === 'ParenthesizedExpression' ? withoutParentheses(node.expression) : node;
}
