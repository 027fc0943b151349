import type { AsyncWork } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { outsideName } from '../scope/module-names.js';
import { isClass, isFunction } from '../ast/functions.js';
import { keyOf } from '../ast/keys.js';
import type { Module } from '../ast/module.js';
import type { Node } from '../ast/nodes.js';
import { renderedFunctions, type Runnable } from './rendered-functions.js';
import { isRouteParams } from './route-params.js';

/** Functions that fetch data or wait for the request, with the modules that have them. */
const waiting: ReadonlySet<string> = new Set([
  'fetch',
  'next/headers cookies',
  'next/headers headers',
  'next/headers draftMode',
  'next/server connection',
  'next/cache unstable_noStore',
]);

/** What runs a piece of code: the import of its module, or a function or class that is rendered. */
type Runner = 'import' | Runnable;

/**
 * Finds whether rendering waits: in the component, and in the functions of the file it leads to.
 *
 * @param component - Undefined where it is not to be seen in the file: only what runs at import is known.
 */
export function asyncWorkIn(
  { directives }: Module,
  bindings: Bindings,
  component: Runnable | undefined,
): AsyncWork {
  const runners = new Set(runnersOfWork(bindings, directives.includes('use client')));
  if (runners.delete('import')) return 'unsuspended';
  if (!component || runners.size === 0) return 'none';
  const { all, unsuspended } = renderedFunctions(component, bindings);
  const runsIn = (rendered: ReadonlySet<Runner>) => [...runners].some((each) => rendered.has(each));
  if (runsIn(unsuspended)) return 'unsuspended';
  return runsIn(all) ? 'suspended' : 'none';
}

/** @param client - A client component cannot await; only `use()` makes it wait. */
function* runnersOfWork(bindings: Bindings, client: boolean): Generator<Runner> {
  for (const node of bindings.nodes) {
    if (isWork(node, bindings, client)) yield* runnersOf(node, bindings);
  }
}

/** The function around a piece of code, or the import of the module, and the classes that render it. */
function* runnersOf(node: Node, bindings: Bindings): Generator<Runner> {
  for (let outer = bindings.parentOf(node); outer; outer = bindings.parentOf(outer)) {
    if (isClass(outer)) yield outer;
    if (isFunction(outer) && renderedBy(bindings.parentOf(outer)) !== outer) {
      yield outer;
      return;
    }
  }
  yield 'import';
}

/** What a class component renders runs with it, unlike other functions inside. */
function renderedBy(node: Node | undefined): Node | null | undefined {
  const isMember = node?.type === 'MethodDefinition' || node?.type === 'PropertyDefinition';
  return isMember && keyOf(node) === 'render' ? node.value : undefined;
}

function isWork(node: Node, bindings: Bindings, client: boolean): boolean {
  switch (node.type) {
    case 'AwaitExpression':
      return !client && !isRouteParams(node.argument, bindings);
    case 'ForOfStatement':
      return !client && node.await === true;
    case 'CallExpression':
    case 'NewExpression': {
      const callee = outsideName(node.callee, bindings) ?? '';
      if (callee !== 'react use') return !client && waiting.has(callee);
      const [promise] = node.arguments;
      return !(promise && isRouteParams(promise, bindings));
    }
    default:
      return false;
  }
}
