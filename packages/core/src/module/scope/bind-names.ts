import type { ClassNode, Declarator, FunctionNode, Name, Node, Pattern } from '../syntax/nodes.js';
import { childrenOf } from '../syntax/parts.js';
import type { Binding, Bindings, Definition, Reference } from './bindings.js';

/** Finds out which name is which variable: modules are strict, so functions are block-scoped. */
export function bindNames(statements: readonly Node[]): Bindings {
  const binder = new Binder();
  for (const statement of statements) binder.visit(statement, undefined, binder.top);
  return binder.finish();
}

interface OpenBinding extends Binding {
  readonly definitions: Definition[];
  readonly references: Reference[];
}

interface Scope {
  readonly variables: Map<string, OpenBinding>;
  readonly outer: Scope | undefined;
  /** A function's or the module's own scope, where `var` goes. */
  readonly hoists: boolean;
}

/** Where the names of a pattern are declared, or that they are written to. */
type Target = { readonly scope: Scope; readonly definition: Definition } | 'write';

class Binder {
  readonly top: Scope = { variables: new Map(), outer: undefined, hoists: true };
  readonly #parents = new Map<Node, Node>();
  readonly #bindings = new Map<Name, OpenBinding>();
  readonly #names = new Set<string>();
  readonly #declared = new Set<string>();
  /** Resolved at the end, when everything that is hoisted has been seen. */
  readonly #unresolved: { readonly reference: Reference; readonly scope: Scope }[] = [];

  visit(node: Node, parent: Node | undefined, scope: Scope): void {
    if (parent) this.#parents.set(node, parent);
    switch (node.kind) {
      case 'name': {
        this.#refer(node, scope, false);
        return;
      }
      case 'function': {
        this.#visitFunction(node, scope);
        return;
      }
      case 'class': {
        this.#visitClass(node, scope);
        return;
      }
      case 'variables': {
        const target = node.declare === 'var' ? hoistingScope(scope) : scope;
        for (const each of node.declarators) this.#visitDeclarator(each, node, scope, target);
        return;
      }
      case 'assign':
        this.#visitPattern(node.target, node, scope, 'write');
        {
          this.visit(node.value, node, scope);
          return;
        }
      case 'loop': {
        const inner = open(scope);
        for (const each of node.targets) this.#visitPattern(each, node, inner, 'write');
        if (node.over) this.visit(node.over, node, inner);
        this.#visitAll([...node.header, node.body], node, inner);
        return;
      }
      case 'switch':
        this.visit(node.discriminant, node, scope);
        {
          this.#visitAll(node.cases, node, open(scope));
          return;
        }
      case 'catch': {
        const inner = open(scope);
        const target = { scope: inner, definition: { kind: 'other' } } as const;
        if (node.target) this.#visitPattern(node.target, node, inner, target);
        this.visit(node.body, node, inner);
        return;
      }
      case 'block': {
        this.#visitAll(node.statements, node, open(scope));
        return;
      }
      case 'import':
        for (const { local, imported } of node.specifiers) {
          this.#declare(local, node, scope, { kind: 'import', source: node.source, imported });
        }
        return;
      case 'otherDeclaration':
        if (node.name) this.#declare(node.name, node, scope, { kind: 'other' });
        {
          this.#visitAll(node.children, node, open(scope));
          return;
        }
      default: {
        this.#visitAll(childrenOf(node), node, scope);
        return;
      }
    }
  }

  finish(): Bindings {
    for (const { reference, scope } of this.#unresolved) {
      const binding = find(reference.node.name, scope);
      if (!binding) continue;
      binding.references.push(reference);
      this.#bindings.set(reference.node, binding);
    }
    const parents = this.#parents;
    const bindings = this.#bindings;
    const { variables } = this.top;
    return {
      of: (name) => bindings.get(name),
      topLevel: (name) => variables.get(name),
      parentOf: (node) => parents.get(node),
      names: [...this.#names].sort(),
      declared: [...this.#declared].sort(),
    };
  }

  #visitAll(nodes: readonly Node[], parent: Node, scope: Scope): void {
    for (const node of nodes) this.visit(node, parent, scope);
  }

  #visitFunction(node: FunctionNode, scope: Scope): void {
    this.#visitAll(node.decorators, node, scope);
    const inner: Scope = { variables: new Map(), outer: scope, hoists: true };
    const definition: Definition = { kind: 'function', node };
    if (node.name) {
      this.#declare(node.name, node, node.form === 'declaration' ? scope : inner, definition);
    }
    for (const param of node.params) {
      this.#parents.set(param, node);
      this.#visitPattern(param.target, param, inner, {
        scope: inner,
        definition: { kind: 'other' },
      });
      if (param.default) this.visit(param.default, param, inner);
    }
    if (node.body?.kind === 'block') {
      this.#parents.set(node.body, node);
      this.#visitAll(node.body.statements, node.body, inner);
    } else if (node.body) {
      this.visit(node.body, node, inner);
    }
  }

  #visitClass(node: ClassNode, scope: Scope): void {
    const inner = open(scope);
    const target = node.form === 'declaration' ? scope : inner;
    if (node.name) this.#declare(node.name, node, target, { kind: 'class', node });
    if (node.superclass) this.visit(node.superclass, node, inner);
    this.#visitAll([...node.decorators, ...node.members], node, inner);
  }

  #visitDeclarator(node: Declarator, parent: Node, scope: Scope, target: Scope): void {
    this.#parents.set(node, parent);
    const definition: Definition =
      node.target.kind === 'name' ? { kind: 'variable', node } : { kind: 'other' };
    this.#visitPattern(node.target, node, scope, { scope: target, definition });
    if (node.init) this.visit(node.init, node, scope);
  }

  #visitPattern(pattern: Pattern, parent: Node, scope: Scope, target: Target): void {
    this.#parents.set(pattern, parent);
    switch (pattern.kind) {
      case 'name':
        if (target === 'write') this.#refer(pattern, scope, true);
        else this.#declare(pattern, parent, target.scope, target.definition);
        return;
      case 'objectPattern':
        for (const property of pattern.properties) {
          this.#parents.set(property, pattern);
          if (property.computed) this.visit(property.computed, property, scope);
          this.#visitPattern(property.target, property, scope, target);
          if (property.default) this.visit(property.default, property, scope);
        }
        if (pattern.rest) this.#visitPattern(pattern.rest, pattern, scope, target);
        return;
      case 'patternRest': {
        this.#visitPattern(pattern.target, pattern, scope, target);
        return;
      }
      case 'arrayPattern':
        for (const element of pattern.elements) {
          this.#visitPattern(element, pattern, scope, target);
        }
        return;
      case 'defaultPattern':
        this.#visitPattern(pattern.target, pattern, scope, target);
        {
          this.visit(pattern.default, pattern, scope);
          return;
        }
      default: {
        this.visit(pattern, parent, scope);
        return;
      }
    }
  }

  #declare(name: Name, parent: Node, scope: Scope, definition: Definition): void {
    this.#parents.set(name, parent);
    if (name.name === '') return;
    this.#names.add(name.name);
    this.#declared.add(name.name);
    const known = scope.variables.get(name.name);
    const binding = known ?? { name: name.name, definitions: [], references: [] };
    binding.definitions.push(definition);
    scope.variables.set(name.name, binding);
    this.#bindings.set(name, binding);
  }

  #refer(node: Name, scope: Scope, write: boolean): void {
    if (node.name === '') return;
    this.#names.add(node.name);
    this.#unresolved.push({ reference: { node, write }, scope });
  }
}

function open(outer: Scope): Scope {
  return { variables: new Map(), outer, hoists: false };
}

function hoistingScope(from: Scope): Scope {
  let scope = from;
  while (!scope.hoists && scope.outer) scope = scope.outer;
  return scope;
}

function find(name: string, from: Scope): OpenBinding | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer) {
    const binding = scope.variables.get(name);
    if (binding) return binding;
  }
  return undefined;
}
