import type { ClassNode, Declarator, FunctionNode, Name, Node } from '../ast/nodes.js';

/** A variable of the module or of something inside it. */
export interface Binding {
  readonly name: string;
  readonly definitions: readonly Definition[];
  /** Where it is declared, a name for each of {@link definitions}. */
  readonly declarations: readonly Name[];
  readonly reads: readonly Name[];
  /** Where a value is put into it, but for its declaration. */
  readonly writes: readonly Name[];
}

/** What makes a name a variable. */
export type Definition =
  | { readonly kind: 'import'; readonly source: string; readonly imported: string }
  | { readonly kind: 'function'; readonly node: FunctionNode }
  | { readonly kind: 'class'; readonly node: ClassNode }
  /** `const name = init`; a name inside a pattern is `other`. */
  | { readonly kind: 'variable'; readonly node: Declarator }
  | { readonly kind: 'other' };

/** Which name is which variable, in one module. */
export interface Bindings {
  /** The variable that a name declares or refers to; undefined for globals. */
  of(name: Name): Binding | undefined;
  /** The variables at the top of the module, by name. */
  readonly topLevel: ReadonlyMap<string, Binding>;
  /** What a node stands in; undefined for the statements of the module. */
  parentOf(node: Node): Node | undefined;
  /** Every node in which code runs or variables are named, outer ones before what they hold. */
  readonly nodes: Iterable<Node>;
  /** Every name that is declared or referred to. */
  readonly names: ReadonlySet<string>;
  /** Those of {@link names} that are declared somewhere, or surely globals. */
  readonly taken: ReadonlySet<string>;
}
