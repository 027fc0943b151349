import type { Bindings } from '../scope/bindings.js';
import { outsideName } from '../scope/module-names.js';
import { isFunction } from '../ast/functions.js';
import { keyOf } from '../ast/keys.js';
import { memberName } from '../ast/members.js';
import type { Call, Name, Node, ObjectPattern } from '../ast/nodes.js';
import { firstParameter } from '../ast/parameters.js';
import { isWrapper } from '../ast/wrappers.js';

/** The props that are promises in Next.js 15 and later, and hold no data: they are there with the request. */
const names: ReadonlySet<string> = new Set(['params', 'searchParams']);

/** Calls that wait for all of a list. */
const combinators: ReadonlySet<string> = new Set(['Promise.all', 'Promise.allSettled']);

/**
 * Whether an expression is the `params` or `searchParams` of a component, or a list of them to wait
 * for: `params`, `props.params`, `Promise.all([params, searchParams])`. Waiting for these waits for no data.
 */
export function isRouteParams(node: Node, bindings: Bindings): boolean {
  return isParams(node, bindings, new Set());
}

function isParams(node: Node, bindings: Bindings, seen: Set<Name>): boolean {
  if (isWrapper(node)) return isParams(node.expression, bindings, seen);
  switch (node.type) {
    case 'Identifier':
      return isHeldBy(node, bindings, seen);
    case 'MemberExpression':
      return names.has(memberName(node) ?? '') && isProps(node.object, bindings);
    case 'CallExpression':
      return isCombined(node, bindings, seen);
    case 'ArrayExpression':
      return node.elements.every((each) => !each || isParams(each, bindings, seen));
    default:
      return false;
  }
}

function isCombined(
  { callee, arguments: args }: Call,
  bindings: Bindings,
  seen: Set<Name>,
): boolean {
  const [list] = args;
  return (
    combinators.has(outsideName(callee, bindings) ?? '') &&
    list?.type === 'ArrayExpression' &&
    isParams(list, bindings, seen)
  );
}

/** Whether a variable is declared as such a promise, and nothing else is ever put into it. */
function isHeldBy(name: Name, bindings: Bindings, seen: Set<Name>): boolean {
  return declarationsOf(name, bindings).some((declared) => {
    if (seen.has(declared)) return false;
    seen.add(declared);
    return isBoundToParams(declared, bindings, seen);
  });
}

/** Where a variable is declared that has one value for good; nowhere for any other. */
function declarationsOf(name: Name, bindings: Bindings): readonly Name[] {
  const binding = bindings.of(name);
  const isFixed = binding?.declarations.length === 1 && binding.writes.length === 0;
  return isFixed ? binding.declarations : [];
}

function isBoundToParams(name: Name, bindings: Bindings, seen: Set<Name>): boolean {
  const parent = bindings.parentOf(name);
  if (parent?.type === 'VariableDeclarator' && parent.id === name && parent.init) {
    return isParams(parent.init, bindings, seen);
  }
  // `{ params = fallback }` is the promise, or whatever replaces it.
  const property = parent?.type === 'AssignmentPattern' ? bindings.parentOf(parent) : parent;
  if (property?.type !== 'Property') return false;
  const pattern = bindings.parentOf(property);
  return (
    pattern?.type === 'ObjectPattern' &&
    names.has(keyOf(property) ?? '') &&
    takesProps(pattern, bindings)
  );
}

function takesProps(pattern: ObjectPattern, bindings: Bindings): boolean {
  const parent = bindings.parentOf(pattern);
  if (parent?.type === 'VariableDeclarator') {
    return Boolean(parent.init && isProps(parent.init, bindings));
  }
  return isFirstParameter(pattern, bindings);
}

/** Whether an expression is the first parameter of a function: the props, where that is a component. */
function isProps(node: Node, bindings: Bindings): boolean {
  if (isWrapper(node)) return isProps(node.expression, bindings);
  if (node.type !== 'Identifier') return false;
  return declarationsOf(node, bindings).some((name) => isFirstParameter(name, bindings));
}

function isFirstParameter(target: Node, bindings: Bindings): boolean {
  const parent = bindings.parentOf(target);
  const owner = parent?.type === 'AssignmentPattern' ? bindings.parentOf(parent) : parent;
  return Boolean(owner && isFunction(owner) && firstParameter(owner)?.target === target);
}
