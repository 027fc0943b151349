import { isFunction } from '../ast/functions.js';
import { withoutParentheses } from '../ast/literals.js';
import type { ClassNode, FunctionNode, Node } from '../ast/nodes.js';
import { rangeOf } from '../ast/ranges.js';

/**
 * Whether a component surely shows nothing: it returns `null`, `undefined`, an empty fragment, or has no
 * `return`. What it does besides, such as in effects, does not count.
 */
export function rendersNothing(
  component: FunctionNode | ClassNode | undefined,
  text: string,
): boolean {
  const body = component && isFunction(component) ? component.body : undefined;
  if (!body) return false;
  if (body.type !== 'BlockStatement') return isNothing(body, text);
  for (const statement of body.body) {
    switch (statement.type) {
      case 'VariableDeclaration':
      case 'ExpressionStatement':
        break;
      case 'ReturnStatement':
        return !statement.argument || isNothing(statement.argument, text);
      default:
        // A branch may show something before.
        return false;
    }
  }
  return true;
}

function isNothing(expression: Node, text: string): boolean {
  const node = withoutParentheses(expression);
  const { start, end } = rangeOf(node);
  return /^(?:null|undefined|<>\s*<\/>)$/u.test(text.slice(start, end));
}
