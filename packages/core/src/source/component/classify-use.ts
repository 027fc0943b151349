import type { PropUse } from '../prop-facts.js';
import { outsideName } from '../scope/module-names.js';
import { isFunction } from '../ast/functions.js';
import type { Call, Name, Node } from '../ast/nodes.js';
import { isWrapper } from '../ast/wrappers.js';
import type { ComponentCode } from './component-code.js';

/** What becomes of a value. */
type Role = PropUse['role'];

/** Operators that only look at a value. */
const questions: ReadonlySet<string> = new Set(
  '== === != !== < > <= >= in instanceof ! typeof void'.split(' '),
);

/** Follows a value up to what takes it. */
export function roleOf(node: Node, code: ComponentCode): Role {
  return follow(node, code, new Set());
}

function follow(node: Node, code: ComponentCode, seen: Set<Name>): Role {
  code.steps.spend();
  const parent = code.bindings.parentOf(node);
  if (!parent) return 'passed';
  const onwards = () => follow(parent, code, seen);
  if (isWrapper(parent)) return onwards();
  if (isFunction(parent)) return parent === code.root ? 'rendered' : 'passed';
  switch (parent.type) {
    case 'AwaitExpression':
    case 'ArrayExpression':
      return onwards();
    case 'ConditionalExpression':
      return node === parent.test ? 'dropped' : onwards();
    case 'LogicalExpression':
      return node === parent.left && parent.operator === '&&' ? 'dropped' : onwards();
    case 'UnaryExpression':
    case 'BinaryExpression':
      return questions.has(parent.operator) ? 'dropped' : 'passed';
    case 'SequenceExpression':
      return node === parent.expressions.at(-1) ? onwards() : 'dropped';
    case 'JSXElement':
    case 'JSXFragment':
      return 'rendered';
    case 'JSXExpressionContainer':
      return code.bindings.parentOf(parent)?.type === 'JSXAttribute' ? 'passed' : 'rendered';
    case 'ReturnStatement':
      return returned(parent, code);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? assigned(parent.id, code, seen) : 'passed';
    case 'AssignmentExpression':
      return parent.left.type === 'Identifier' ? assigned(parent.left, code, seen) : 'passed';
    case 'ExpressionStatement':
    case 'IfStatement':
    case 'SwitchStatement':
    case 'SwitchCase':
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return 'dropped';
    case 'ForInStatement':
    case 'ForOfStatement':
      return node === parent.right ? 'passed' : 'dropped';
    case 'CallExpression':
    case 'NewExpression':
      return node === parent.callee ? 'passed' : argument(parent, code);
    default:
      return 'passed';
  }
}

function returned(node: Node, code: ComponentCode): Role {
  let outer = code.bindings.parentOf(node);
  while (outer && !isFunction(outer)) {
    code.steps.spend();
    outer = code.bindings.parentOf(outer);
  }
  return outer && outer === code.root ? 'rendered' : 'passed';
}

/** A variable that holds the value stands for it. */
function assigned(target: Name, code: ComponentCode, seen: Set<Name>): Role {
  const binding = code.bindings.of(target);
  if (!binding) return 'passed';
  code.steps.spend(binding.reads.length);
  const roles = binding.reads.map((read): Role => {
    if (seen.has(read)) return 'dropped';
    seen.add(read);
    return follow(read, code, seen);
  });
  return strongest(roles);
}

const order: readonly Role[] = ['rendered', 'passed'];

/** What a value comes to that is taken in several ways. */
function strongest(roles: readonly Role[]): Role {
  return order.find((role) => roles.includes(role)) ?? 'dropped';
}

/** Logging and asking are the two calls that keep nothing. */
function argument(call: Call, code: ComponentCode): Role {
  const callee = outsideName(call.callee, code.bindings) ?? '';
  const keepsNothing =
    callee === 'Boolean' || callee === 'react isValidElement' || /^console\.\S+$/u.test(callee);
  return keepsNothing ? 'dropped' : 'passed';
}
