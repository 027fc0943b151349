import type { PropUse } from '../prop-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { originOf } from '../scope/module-names.js';
import type { Call, FunctionNode, Name, Node } from '../syntax/nodes.js';

/** What becomes of a value. */
export type Role = PropUse['role'];

/** What the component's own code is made of. */
export interface ComponentCode {
  readonly bindings: Bindings;
  /** Whether what a function returns is what the component renders. */
  readonly renders: (node: FunctionNode) => boolean;
}

const comparisons: ReadonlySet<string> = new Set([
  '==',
  '===',
  '!=',
  '!==',
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'instanceof',
]);

/** Follows a value up to what takes it. */
export function roleOf(node: Node, code: ComponentCode): Role {
  return follow(node, code, new Set());
}

function follow(node: Node, code: ComponentCode, seen: Set<Name>): Role {
  const parent = code.bindings.parentOf(node);
  if (!parent) return 'passed';
  const onwards = () => follow(parent, code, seen);
  switch (parent.kind) {
    case 'cast':
    case 'await':
    case 'array':
      return onwards();
    case 'conditional':
      return node === parent.test ? 'tested' : onwards();
    case 'logical':
      return node === parent.left && parent.operator === '&&' ? 'tested' : onwards();
    case 'unary':
      if (parent.operator === 'void') return 'dropped';
      return parent.operator === '!' || parent.operator === 'typeof' ? 'tested' : 'passed';
    case 'binary':
      return comparisons.has(parent.operator) ? 'tested' : 'passed';
    case 'sequence':
      return node === parent.expressions.at(-1) ? onwards() : 'dropped';
    case 'jsx':
      return parent.children.includes(node) ? 'rendered' : 'passed';
    case 'return':
      return returned(parent, code);
    case 'function':
      return code.renders(parent) ? 'rendered' : 'passed';
    case 'declarator':
      return parent.target.kind === 'name' ? assigned(parent.target, code, seen) : 'passed';
    case 'assign':
      return parent.target.kind === 'name' ? assigned(parent.target, code, seen) : 'passed';
    case 'statement':
      return 'dropped';
    case 'if':
    case 'switch':
    case 'case':
      return 'tested';
    case 'loop':
      return node === parent.over ? 'passed' : 'tested';
    case 'call':
      return node === parent.callee ? 'passed' : argument(parent, code);
    default:
      return 'passed';
  }
}

function returned(node: Node, code: ComponentCode): Role {
  let outer = code.bindings.parentOf(node);
  while (outer && outer.kind !== 'function') outer = code.bindings.parentOf(outer);
  return outer && code.renders(outer) ? 'rendered' : 'passed';
}

/** A variable that holds the value stands for it. */
function assigned(target: Name, code: ComponentCode, seen: Set<Name>): Role {
  const binding = code.bindings.of(target);
  if (!binding) return 'passed';
  const reads = binding.references.filter(({ write }) => !write).map(({ node }) => node);
  const roles = reads.map((read): Role => {
    if (seen.has(read)) return 'dropped';
    seen.add(read);
    return follow(read, code, seen);
  });
  return strongest(roles);
}

const order: readonly Role[] = ['rendered', 'passed', 'tested'];

/** What a value comes to that is taken in several ways. */
function strongest(roles: readonly Role[]): Role {
  return order.find((role) => roles.includes(role)) ?? 'dropped';
}

/** Logging and asking are the two calls that keep nothing. */
function argument(call: Call, code: ComponentCode): Role {
  const origin = originOf(call.callee, code.bindings);
  if (origin?.source === undefined && origin?.name.startsWith('console.') === true) {
    return 'dropped';
  }
  const isQuestion =
    (origin?.source === undefined && origin?.name === 'Boolean') ||
    (origin?.source === 'react' && origin.name === 'isValidElement');
  return isQuestion ? 'tested' : 'passed';
}
