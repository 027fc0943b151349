import { isFunction } from '../ast/functions.js';
import { withoutParentheses } from '../ast/literals.js';
import type { ClassNode, FunctionNode, Node } from '../ast/nodes.js';
import { rangeOf } from '../ast/ranges.js';
import { mentions } from '../mentions.js';
import { outsideName } from '../scope/module-names.js';
import type { ModuleCode } from './component-context.js';

/** What ends a rendering in not-found, at another URL, or at a page about missing rights. */
const waysOut: ReadonlySet<string> = new Set([
  'next/navigation notFound',
  'next/navigation redirect',
  'next/navigation permanentRedirect',
  'next/navigation forbidden',
  'next/navigation unauthorized',
]);

/**
 * What a component surely comes to: `elsewhere` where it ends in `notFound()` or its like, `nothing` where
 * it returns `null`, `undefined`, an empty fragment, or has no `return`. What it does besides, such as in
 * effects, does not count.
 *
 * @returns undefined where it may show something of its own.
 */
export function outcomeOf(
  component: FunctionNode | ClassNode | undefined,
  code: ModuleCode,
): 'elsewhere' | 'nothing' | undefined {
  const body = component && isFunction(component) ? component.body : undefined;
  if (!body) return undefined;
  if (body.type !== 'BlockStatement') return outcomeOfValue(body, code);
  for (const statement of body.body) {
    switch (statement.type) {
      case 'VariableDeclaration':
        break;
      case 'ExpressionStatement':
        if (isWayOut(statement.expression, code)) return 'elsewhere';
        break;
      case 'ReturnStatement':
        return statement.argument ? outcomeOfValue(statement.argument, code) : 'nothing';
      default:
        // A branch may show something before.
        return undefined;
    }
  }
  return 'nothing';
}

function outcomeOfValue(value: Node, code: ModuleCode): 'elsewhere' | 'nothing' | undefined {
  if (isWayOut(value, code)) return 'elsewhere';
  const { start, end } = rangeOf(withoutParentheses(value));
  const isNothing = /^(?:null|undefined|<>\s*<\/>)$/u.test(code.module.text.slice(start, end));
  return isNothing ? 'nothing' : undefined;
}

function isWayOut(node: Node, code: ModuleCode): boolean {
  if (node.type !== 'CallExpression' || !mentions(code.module.text, 'leadsAway')) return false;
  return waysOut.has(outsideName(node.callee, code.bindings) ?? '');
}
