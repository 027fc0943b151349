import type { Name } from '../ast/nodes.js';
import type { Binding, Definition } from './bindings.js';

/** A binding to which uses are still added. */
export interface OpenBinding extends Binding {
  readonly definitions: Definition[];
  readonly declarations: Name[];
  readonly reads: Name[];
  readonly writes: Name[];
}

/** The variables that a function, a block or the module declares. */
export interface Scope {
  readonly variables: Map<string, OpenBinding>;
  readonly outer: Scope | undefined;
  /** A function's or the module's own scope, where `var` goes. */
  readonly hoists: boolean;
}

/** A block's scope in another one. */
export function open(outer: Scope): Scope {
  return { variables: new Map(), outer, hoists: false };
}

/** Where a `var` in a scope is declared. */
export function hoistingScope(from: Scope): Scope {
  let scope = from;
  while (!scope.hoists && scope.outer) scope = scope.outer;
  return scope;
}

/** The variable that a name is in a scope; undefined for a global. */
export function find(name: string, from: Scope): OpenBinding | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer) {
    const binding = scope.variables.get(name);
    if (binding) return binding;
  }
  return undefined;
}
