import type { AsyncWork } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { originOf } from '../scope/module-names.js';
import { isFunction } from '../ast/functions.js';
import { keyOf } from '../ast/keys.js';
import { stringOf } from '../ast/literals.js';
import type { Module } from '../ast/module.js';
import type { Call, ClassNode, FunctionNode, JsxElement, Node } from '../ast/nodes.js';
import { childrenOf } from '../ast/parts.js';
import { rangeOf } from '../ast/ranges.js';
import { isWrapper } from '../ast/wrappers.js';
import { isRouteParams } from './route-params.js';

/** What a module gives to look for work in. */
interface WorkPlace {
  readonly module: Module;
  readonly bindings: Bindings;
  /** The component that is rendered; without one, only what runs at import is known. */
  readonly component: FunctionNode | ClassNode | undefined;
  /** A client component cannot await; only `use()` makes it wait. */
  readonly client: boolean;
}

const requestFunctions: Readonly<Record<string, readonly string[]>> = {
  'next/headers': ['cookies', 'headers', 'draftMode'],
  'next/server': ['connection'],
  'next/cache': ['unstable_noStore'],
};

/**
 * Finds what rendering waits for: in the component, and in the functions of the file it leads to.
 *
 * @param component - Undefined where it is not to be seen in the file.
 */
export function asyncWorkIn(
  module: Module,
  bindings: Bindings,
  component: FunctionNode | ClassNode | undefined,
): readonly AsyncWork[] {
  const client = module.directives.includes('use client');
  const place: WorkPlace = { module, bindings, component, client };
  const { text, statements } = module;
  const work: AsyncWork[] = [];
  for (const statement of statements) collect(statement, place, work);
  const all = reachable(place, true);
  const holding = text.includes('Suspense') ? reachable(place, false) : all;
  for (const node of all) {
    const suspended = holding.has(node) ? undefined : { suspended: true as const };
    const isComponent = node === place.component || isComponentName(node, place.bindings);
    const inner: AsyncWork[] = [];
    for (const child of childrenOf(node)) collect(child, place, inner);
    if (isComponent && inner.some(({ kind }) => kind === 'await')) {
      work.push({ kind: 'async-component', range: rangeOf(node), ...suspended });
    }
    // That an async component awaits is said already.
    const own = inner.filter(({ kind }) => !(kind === 'await' && isComponent));
    work.push(...own.map((each) => ({ ...each, ...suspended })));
  }
  return work.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/**
 * The component and the functions at the top of the module that it refers to, however indirectly.
 *
 * @param throughSuspense - Whether components count that are rendered inside `Suspense` only.
 */
function reachable(
  { component, bindings }: WorkPlace,
  throughSuspense: boolean,
): ReadonlySet<FunctionNode | ClassNode> {
  const found = new Set<FunctionNode | ClassNode>();
  const visit = (node: FunctionNode | ClassNode): void => {
    if (found.has(node) || isServerAction(node)) return;
    found.add(node);
    references(node, false);
  };
  const references = (node: Node, inBoundary: boolean): void => {
    // A form or a handler calls it later, with whatever it calls.
    if (isFunction(node) && isServerAction(node)) return;
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
      const binding = bindings.topLevel(node.name);
      if (!binding || bindings.of(node) !== binding) return;
      for (const definition of binding.definitions) {
        if (definition.kind === 'function' || definition.kind === 'class') visit(definition.node);
        const init = definition.kind === 'variable' ? definition.node.init : undefined;
        if (init) functionsIn(init).forEach(visit);
      }
      return;
    }
    for (const child of childrenOf(node)) {
      // Components run inside the boundary, the expressions between them do not.
      if (inBoundary && node.type === 'JSXOpeningElement' && child === node.name) continue;
      const entersBoundary =
        !throughSuspense &&
        node.type === 'JSXElement' &&
        child !== node.openingElement &&
        isSuspense(node, bindings);
      references(child, inBoundary || entersBoundary);
    }
  };
  if (component) visit(component);
  return found;
}

function isSuspense({ openingElement }: JsxElement, bindings: Bindings): boolean {
  const origin = originOf(openingElement.name, bindings);
  return origin?.source === 'react' && origin.name === 'Suspense';
}

/** The functions that a variable holds, also through `cache(async () => …)`. */
function functionsIn(init: Node): readonly (FunctionNode | ClassNode)[] {
  if (isFunction(init)) return [init];
  if (isWrapper(init)) return functionsIn(init.expression);
  switch (init.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return [init];
    case 'CallExpression':
    case 'NewExpression':
      return init.arguments.flatMap(functionsIn);
    default:
      return [];
  }
}

/** Collects the work that a piece of code does itself, not in functions inside. */
function collect(node: Node, place: WorkPlace, work: AsyncWork[]): void {
  if (isFunction(node)) return;
  if (!place.client && waits(node, place.bindings)) {
    work.push({ kind: 'await', range: rangeOf(node) });
  }
  const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
  const kind = isCall ? kindOfCall(node, place.bindings) : undefined;
  if (kind && !(place.client && kind !== 'use')) work.push({ kind, range: rangeOf(node) });
  for (const child of childrenOf(renderedBy(node) ?? node)) collect(child, place, work);
}

function waits(node: Node, bindings: Bindings): boolean {
  if (node.type === 'ForOfStatement') return node.await === true;
  return node.type === 'AwaitExpression' && !isRouteParams(node.argument, bindings);
}

/** What a class component renders runs with it, unlike other functions inside. */
function renderedBy(node: Node): Node | null | undefined {
  const isMember = node.type === 'MethodDefinition' || node.type === 'PropertyDefinition';
  return isMember && keyOf(node) === 'render' ? node.value : undefined;
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

function isServerAction(node: FunctionNode | ClassNode): boolean {
  if (!isFunction(node) || node.body?.type !== 'BlockStatement') return false;
  const [first] = node.body.body;
  return first?.type === 'ExpressionStatement' && stringOf(first.expression) === 'use server';
}

function isComponentName(node: FunctionNode | ClassNode, bindings: Bindings): boolean {
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
