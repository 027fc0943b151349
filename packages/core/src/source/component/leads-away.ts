import type { Bindings } from '../scope/bindings.js';
import { originOf } from '../scope/module-names.js';
import { isFunction } from '../ast/functions.js';
import type { ClassNode, FunctionNode, Node } from '../ast/nodes.js';

/** What ends a rendering in not-found, at another URL, or at a page about missing rights. */
const waysOut: readonly string[] = [
  'notFound',
  'redirect',
  'permanentRedirect',
  'forbidden',
  'unauthorized',
];

/** Whether a component surely ends in `notFound()` or its like, and shows nothing of its own. */
export function leadsAway(
  component: FunctionNode | ClassNode | undefined,
  bindings: Bindings,
): boolean {
  if (!component || !isFunction(component)) return false;
  return endsElsewhere(component.body ?? undefined, bindings);
}

function endsElsewhere(body: Node | undefined, bindings: Bindings): boolean {
  if (body?.type !== 'BlockStatement') return isWayOut(body, bindings);
  for (const statement of body.body) {
    switch (statement.type) {
      case 'VariableDeclaration':
        break;
      case 'ExpressionStatement':
        if (isWayOut(statement.expression, bindings)) return true;
        break;
      case 'ReturnStatement':
        return isWayOut(statement.argument ?? undefined, bindings);
      default:
        // A branch may show something before.
        return false;
    }
  }
  return false;
}

function isWayOut(node: Node | undefined, bindings: Bindings): boolean {
  if (node?.type !== 'CallExpression') return false;
  const origin = originOf(node.callee, bindings);
  return origin?.source === 'next/navigation' && waysOut.includes(origin.name);
}
