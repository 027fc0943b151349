import { groupBy } from '../../group-by.js';
import type { AsyncWork } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { originOf } from '../scope/module-names.js';
import { isClass, isFunction } from '../ast/functions.js';
import { keyOf } from '../ast/keys.js';
import type { Module } from '../ast/module.js';
import type { Call, Node } from '../ast/nodes.js';
import { rangeOf } from '../ast/ranges.js';
import { inOrder } from '../text-range.js';
import { renderedFunctions, type Runnable } from './rendered-functions.js';
import { isRouteParams } from './route-params.js';

const requestFunctions: Readonly<Record<string, readonly string[]>> = {
  'next/headers': ['cookies', 'headers', 'draftMode'],
  'next/server': ['connection'],
  'next/cache': ['unstable_noStore'],
};

/** What runs a piece of code: the import of its module, or a function or class that is rendered. */
type Runner = 'import' | Runnable;

interface FoundWork {
  readonly runner: Runner;
  readonly work: AsyncWork;
}

/**
 * Finds what rendering waits for: in the component, and in the functions of the file it leads to.
 *
 * @param component - Undefined where it is not to be seen in the file: only what runs at import is known.
 */
export function asyncWorkIn(
  { directives }: Module,
  bindings: Bindings,
  component: Runnable | undefined,
): readonly AsyncWork[] {
  const found = [...workIn(bindings, directives.includes('use client'))];
  const atImport = found.flatMap(({ runner, work }) => (runner === 'import' ? [work] : []));
  const rendered =
    component && atImport.length < found.length ? workOfRendered(component, found, bindings) : [];
  return inOrder([...atImport, ...rendered]);
}

/** @param client - A client component cannot await; only `use()` makes it wait. */
function* workIn(bindings: Bindings, client: boolean): Generator<FoundWork> {
  for (const node of bindings.nodes) {
    const kind = kindOf(node, bindings);
    if (!kind || (client && kind !== 'use')) continue;
    const work = { kind, range: rangeOf(node) };
    for (const runner of runnersOf(node, bindings)) yield { runner, work };
  }
}

function* workOfRendered(
  component: Runnable,
  found: readonly FoundWork[],
  bindings: Bindings,
): Generator<AsyncWork> {
  const { all, unsuspended } = renderedFunctions(component, bindings);
  for (const [runner, works] of groupBy(found, (each) => each.runner)) {
    if (runner === 'import' || !all.has(runner)) continue;
    const suspended = unsuspended.has(runner) ? undefined : { suspended: true as const };
    const isComponent = runner === component || isComponentName(runner, bindings);
    let awaits = false;
    for (const { work } of works) {
      // That an async component awaits is reported once.
      if (isComponent && work.kind === 'await') awaits = true;
      else yield { ...work, ...suspended };
    }
    if (awaits) yield { kind: 'async-component', range: rangeOf(runner), ...suspended };
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

function kindOf(node: Node, bindings: Bindings): AsyncWork['kind'] | undefined {
  switch (node.type) {
    case 'AwaitExpression':
      return isRouteParams(node.argument, bindings) ? undefined : 'await';
    case 'ForOfStatement':
      return node.await === true ? 'await' : undefined;
    case 'CallExpression':
    case 'NewExpression':
      return kindOfCall(node, bindings);
    default:
      return undefined;
  }
}

function kindOfCall(call: Call, bindings: Bindings): AsyncWork['kind'] | undefined {
  const origin = originOf(call.callee, bindings);
  if (!origin) return undefined;
  const { source, name } = origin;
  if (source === undefined) return name === 'fetch' ? 'fetch' : undefined;
  if (source === 'react') {
    const [promise] = call.arguments;
    const isWork = name === 'use' && !(promise && isRouteParams(promise, bindings));
    return isWork ? 'use' : undefined;
  }
  return requestFunctions[source]?.includes(name) === true ? 'request' : undefined;
}

function isComponentName(node: Runnable, bindings: Bindings): boolean {
  let name = node.id?.name;
  for (let outer: Node | undefined = node; outer && name === undefined;) {
    outer = bindings.parentOf(outer);
    if (outer?.type === 'VariableDeclarator' && outer.id.type === 'Identifier') {
      name = outer.id.name;
    }
    if (outer && isFunction(outer)) break;
  }
  return name !== undefined && /^\p{Lu}/u.test(name);
}
