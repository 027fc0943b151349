import { groupBy } from '../../group-by.js';
import { isClass, isFunction } from '../ast/functions.js';
import { stringOf } from '../ast/literals.js';
import type { ClassNode, FunctionNode, Node } from '../ast/nodes.js';
import { isWrapper } from '../ast/wrappers.js';
import type { Binding, Bindings } from '../scope/bindings.js';
import { outsideName } from '../scope/module-names.js';

/** Something that runs: a function, or a class with what it renders. */
export type Runnable = FunctionNode | ClassNode;

/** That the code of one function or class names another at the top of the module. */
interface Mention {
  readonly by: Runnable;
  readonly of: Runnable;
  /** As a component inside `Suspense`, which waits for it. */
  readonly suspended: boolean;
}

/** What rendering a component leads to. */
export interface RenderedFunctions {
  readonly all: ReadonlySet<Runnable>;
  /** Those of {@link all} that are not rendered inside `Suspense` only. */
  readonly unsuspended: ReadonlySet<Runnable>;
}

/** A component and the functions at the top of its module that it refers to, however indirectly. */
export function renderedFunctions(component: Runnable, bindings: Bindings): RenderedFunctions {
  const mentions = groupBy(mentionsIn(bindings), ({ by }) => by);
  const reach = (throughSuspense: boolean) => {
    const reached = new Set(isServerAction(component) ? [] : [component]);
    for (const node of reached) {
      for (const { of, suspended } of mentions.get(node) ?? []) {
        if (throughSuspense || !suspended) reached.add(of);
      }
    }
    return reached;
  };
  return { all: reach(true), unsuspended: reach(false) };
}

/** What functions and classes refer to at the top of the module. */
function* mentionsIn(bindings: Bindings): Generator<Mention> {
  for (const binding of bindings.topLevel.values()) {
    const named = runnablesOf(binding).filter((each) => !isServerAction(each));
    if (named.length === 0) continue;
    for (const name of [...binding.reads, ...binding.writes]) {
      for (const around of surroundings(name, bindings)) {
        for (const of of named) yield { ...around, of };
      }
    }
  }
}

/** The functions and classes that a name stands in, and whether as a component inside `Suspense`. */
function* surroundings(name: Node, bindings: Bindings): Generator<Omit<Mention, 'of'>> {
  let isTag = false;
  let suspended = false;
  let inner = name;
  for (let node = bindings.parentOf(name); node; node = bindings.parentOf(node)) {
    if (node.type === 'JSXOpeningElement') isTag ||= node.name === inner;
    else if (node.type === 'JSXElement' && node.openingElement !== inner) {
      // Components run inside the boundary, the expressions between them do not.
      suspended ||= isTag && outsideName(node.openingElement.name, bindings) === 'react Suspense';
    } else if (isFunction(node) || isClass(node)) {
      // A form or a handler calls it later, with whatever it calls.
      if (isServerAction(node)) return;
      yield { by: node, suspended };
    }
    inner = node;
  }
}

function runnablesOf({ definitions }: Binding): readonly Runnable[] {
  return definitions.flatMap((definition) => {
    if (definition.kind === 'function' || definition.kind === 'class') return [definition.node];
    const init = definition.kind === 'variable' ? definition.node.init : undefined;
    return init ? runnablesIn(init) : [];
  });
}

/** The functions that a variable holds, also through `cache(async () => …)`. */
function runnablesIn(init: Node): readonly Runnable[] {
  if (isFunction(init) || isClass(init)) return [init];
  if (isWrapper(init)) return runnablesIn(init.expression);
  return init.type === 'CallExpression' || init.type === 'NewExpression'
    ? init.arguments.flatMap(runnablesIn)
    : [];
}

function isServerAction(node: Runnable): boolean {
  if (!isFunction(node) || node.body?.type !== 'BlockStatement') return false;
  const [first] = node.body.body;
  return first?.type === 'ExpressionStatement' && stringOf(first.expression) === 'use server';
}
