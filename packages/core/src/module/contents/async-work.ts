import type { AsyncWork } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { originOf } from '../scope/module-names.js';
import type { Call, ClassNode, FunctionNode, Jsx, Module, Node } from '../syntax/nodes.js';
import { childrenOf } from '../syntax/parts.js';
import { late } from './late.js';

/** What a module gives to look for work in. */
interface WorkPlace {
  readonly text: string;
  readonly statements: readonly Node[];
  readonly bindings: Bindings;
  /** The component that is rendered; without one, only what runs at import is known. */
  readonly component: FunctionNode | ClassNode | undefined;
  /** A client component cannot await; only `use()` makes it wait. */
  readonly client: boolean;
}

/** Most modules hold none of the words that any work is written with. */
const words =
  /\b(?:async|await|use|fetch|cookies|headers|draftMode|connection|unstable_noStore)\b/u;

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
export function lateAsyncWork(
  { text, statements, directives }: Module,
  bindings: Bindings,
  component: FunctionNode | ClassNode | undefined,
): () => readonly AsyncWork[] {
  return late(words.test(text), () => {
    const client = directives.includes('use client');
    return asyncWork({ text, statements, bindings, component, client });
  });
}

function asyncWork(place: WorkPlace): readonly AsyncWork[] {
  const work: AsyncWork[] = [];
  for (const statement of place.statements) collect(statement, place, work);
  const all = reachable(place, true);
  const holding = place.text.includes('Suspense') ? reachable(place, false) : all;
  for (const node of all) {
    const suspended = holding.has(node) ? undefined : { suspended: true as const };
    const isComponent = node === place.component || isComponentName(node, place.bindings);
    if (node.kind === 'function' && node.async && !place.client && isComponent) {
      const range = { start: node.start, end: node.end };
      work.push({ kind: 'async-component', range, ...suspended });
    }
    const inner: AsyncWork[] = [];
    for (const child of childrenOf(node)) collect(child, place, inner);
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
    if (node.kind === 'name') {
      const binding = bindings.topLevel(node.name);
      if (!binding || bindings.of(node) !== binding) return;
      for (const definition of binding.definitions) {
        if (definition.kind === 'function' || definition.kind === 'class') visit(definition.node);
        const init = definition.kind === 'variable' ? definition.node.init : undefined;
        if (init) wrapped(init).forEach(visit);
      }
      return;
    }
    for (const child of childrenOf(node)) {
      // Components run inside the boundary, the expressions between them do not.
      if (inBoundary && node.kind === 'jsx' && child === node.tag) continue;
      const entersBoundary =
        !throughSuspense &&
        node.kind === 'jsx' &&
        isSuspense(node, bindings) &&
        node.children.includes(child);
      references(child, inBoundary || entersBoundary);
    }
  };
  if (component) visit(component);
  return found;
}

function isSuspense({ tag }: Jsx, bindings: Bindings): boolean {
  const origin = tag && originOf(tag, bindings);
  return origin?.source === 'react' && origin.name === 'Suspense';
}

/** The functions that a variable holds, also through `cache(async () => …)`. */
function wrapped(init: Node): readonly (FunctionNode | ClassNode)[] {
  switch (init.kind) {
    case 'function':
    case 'class':
      return [init];
    case 'cast':
      return wrapped(init.expression);
    case 'call':
      return init.args.flatMap(wrapped);
    default:
      return [];
  }
}

/** Collects the work that a piece of code does itself, not in functions inside. */
function collect(node: Node, place: WorkPlace, work: AsyncWork[]): void {
  if (node.kind === 'function') return;
  const range = { start: node.start, end: node.end };
  if (node.kind === 'await' && !place.client) work.push({ kind: 'await', range });
  const kind = node.kind === 'call' ? kindOfCall(node, place.bindings) : undefined;
  if (kind && !(place.client && kind !== 'use')) work.push({ kind, range });
  for (const child of childrenOf(node)) {
    if (child.kind === 'classMember' && child.name === 'render' && child.value) {
      for (const inner of childrenOf(child.value)) collect(inner, place, work);
    } else {
      collect(child, place, work);
    }
  }
}

function kindOfCall(call: Call, bindings: Bindings): AsyncWork['kind'] | undefined {
  const origin = originOf(call.callee, bindings);
  if (!origin) return undefined;
  const { source, name } = origin;
  if (source === undefined) return name === 'fetch' ? 'fetch' : undefined;
  if (source === 'react') return name === 'use' ? 'use' : undefined;
  return requestFunctions[source]?.includes(name) === true ? 'request' : undefined;
}

function isServerAction(node: FunctionNode | ClassNode): boolean {
  if (node.kind !== 'function' || node.body?.kind !== 'block') return false;
  const [first] = node.body.statements;
  return (
    first?.kind === 'statement' &&
    first.expression.kind === 'string' &&
    first.expression.value === 'use server'
  );
}

function isComponentName(node: FunctionNode | ClassNode, bindings: Bindings): boolean {
  let name = node.name?.name;
  for (let outer: Node | undefined = node; outer && name === undefined;) {
    outer = bindings.parentOf(outer);
    if (outer?.kind === 'declarator' && outer.target.kind === 'name') name = outer.target.name;
    if (outer?.kind === 'function') break;
  }
  return name !== undefined && /^\p{Lu}/u.test(name);
}
