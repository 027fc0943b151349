import { isFunction } from '../ast/functions.js';
import { importedName, moduleName } from '../ast/specifiers.js';
import type { ClassNode, Declarator, FunctionNode, Name, Node } from '../ast/nodes.js';
import { boundBy, isThis } from '../ast/parameters.js';
import { childrenOf } from '../ast/parts.js';
import { deepestNesting, TooManySteps } from '../steps.js';
import type { Bindings, Definition } from './bindings.js';
import { find, hoistingScope, open, type OpenBinding, type Scope } from './scopes.js';

/**
 * Finds out which name is which variable: modules are strict, so functions are block-scoped.
 *
 * @throws TooManySteps where the code is nested too deeply for what reads it after this.
 */
export function bindNames(statements: readonly Node[]): Bindings {
  const binder = new Binder();
  for (const statement of statements) binder.visit(statement, undefined, binder.top);
  return binder.finish();
}

/** Where the names of a pattern are declared. */
interface Declaration {
  readonly scope: Scope;
  readonly definition: Definition;
}

/** That the names of a pattern are declared, or written to. */
type Target = Declaration | 'write';

class Binder {
  readonly top: Scope = { variables: new Map(), outer: undefined, hoists: true };
  /** Of every node that was visited, in that order. */
  readonly #parents = new Map<Node, Node | undefined>();
  readonly #bindings = new Map<Name, OpenBinding>();
  readonly #names = new Set<string>();
  readonly #taken = new Set<string>();
  /** Resolved at the end, when everything that is hoisted has been seen. */
  #depth = 0;
  readonly #unresolved: { readonly name: Name; readonly write: boolean; readonly scope: Scope }[] =
    [];

  /** @param target - What happens to the names, where the node is a pattern. */
  visit(node: Node, parent: Node | undefined, scope: Scope, target?: Target): void {
    this.#depth += 1;
    if (this.#depth > deepestNesting) throw new TooManySteps();
    this.#visit(node, parent, scope, target);
    this.#depth -= 1;
  }

  #visit(node: Node, parent: Node | undefined, scope: Scope, target?: Target): void {
    this.#parents.set(node, parent);
    if (isFunction(node)) {
      this.#visitFunction(node, scope);
      return;
    }
    switch (node.type) {
      case 'Identifier':
        if (typeof target === 'object') this.#declare(node, target);
        else this.#refer(node, scope, target === 'write');
        return;
      case 'ObjectPattern':
      case 'ArrayPattern':
      case 'RestElement':
        for (const child of childrenOf(node)) this.visit(child, node, scope, target);
        return;
      case 'Property':
        if (node.computed) this.visit(node.key, node, scope);
        this.visit(node.value, node, scope, target);
        return;
      case 'AssignmentPattern':
        this.visit(node.left, node, scope, target);
        this.visit(node.right, node, scope);
        return;
      case 'JSXIdentifier':
        if (isVariable(node, parent)) this.#refer(node, scope, false);
        return;
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.#visitClass(node, scope);
        return;
      case 'VariableDeclaration': {
        const declares = node.kind === 'var' ? hoistingScope(scope) : scope;
        for (const each of node.declarations) this.#visitDeclarator(each, node, scope, declares);
        return;
      }
      case 'AssignmentExpression':
        this.visit(node.left, node, scope, 'write');
        this.visit(node.right, node, scope);
        return;
      case 'ForInStatement':
      case 'ForOfStatement': {
        const inner = open(scope);
        if (node.left.type === 'VariableDeclaration') this.visit(node.left, node, inner);
        else this.visit(node.left, node, inner, 'write');
        this.visit(node.right, node, inner);
        this.visit(node.body, node, inner);
        return;
      }
      case 'SwitchStatement':
        this.visit(node.discriminant, node, scope);
        this.#visitAll(node.cases, node, open(scope));
        return;
      case 'CatchClause': {
        const inner = open(scope);
        if (node.param) this.visit(node.param, node, inner, plainVariable(inner));
        this.visit(node.body, node, inner);
        return;
      }
      case 'ForStatement':
      case 'BlockStatement':
      case 'StaticBlock':
      case 'TSModuleBlock':
        this.#visitAll(childrenOf(node), node, open(scope));
        return;
      case 'ImportDeclaration':
        for (const specifier of node.specifiers) {
          const source = moduleName(node.source);
          const definition = { kind: 'import', source, imported: importedName(specifier) } as const;
          this.visit(specifier.local, node, scope, { scope, definition });
        }
        return;
      case 'TSEnumDeclaration':
      case 'TSModuleDeclaration':
      case 'TSImportEqualsDeclaration':
        if (node.id.type === 'Identifier') this.visit(node.id, node, scope, plainVariable(scope));
        this.#visitAll(
          childrenOf(node).filter((child) => child !== node.id),
          node,
          open(scope),
        );
        return;
      default:
        this.#visitAll(childrenOf(node), node, scope);
    }
  }

  finish(): Bindings {
    for (const { name, write, scope } of this.#unresolved) {
      const binding = find(name.name, scope);
      if (binding) {
        (write ? binding.writes : binding.reads).push(name);
        this.#bindings.set(name, binding);
      } else if (this.#isGlobal(name)) this.#taken.add(name.name);
    }
    const parents = this.#parents;
    const bindings = this.#bindings;
    const { variables } = this.top;
    return {
      of: (name) => bindings.get(name),
      topLevel: variables,
      parentOf: (node) => parents.get(node),
      get nodes() {
        return parents.keys();
      },
      names: this.#names,
      taken: this.#taken,
    };
  }

  /** A name that is not declared yet may become a slot, of which nobody reads members or calls it. */
  #isGlobal(node: Name): boolean {
    const parent = this.#parents.get(node);
    switch (parent?.type) {
      case 'MemberExpression':
      case 'JSXMemberExpression':
        return parent.object === node;
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee === node;
      default:
        return false;
    }
  }

  #visitAll(nodes: readonly Node[], parent: Node, scope: Scope): void {
    for (const node of nodes) this.visit(node, parent, scope);
  }

  #visitFunction(node: FunctionNode, scope: Scope): void {
    const inner: Scope = { variables: new Map(), outer: scope, hoists: true };
    if (node.id) {
      const declares = isDeclaration(node) ? scope : inner;
      this.visit(node.id, node, inner, { scope: declares, definition: { kind: 'function', node } });
    }
    for (const param of node.params) {
      this.#parents.set(param, node);
      if (!isThis(param)) this.visit(boundBy(param), node, inner, plainVariable(inner));
    }
    if (node.body?.type === 'BlockStatement') {
      this.#parents.set(node.body, node);
      this.#visitAll(node.body.body, node.body, inner);
    } else if (node.body) {
      this.visit(node.body, node, inner);
    }
  }

  #visitClass(node: ClassNode, scope: Scope): void {
    const inner = open(scope);
    if (node.id) {
      const declares = node.type === 'ClassDeclaration' ? scope : inner;
      this.visit(node.id, node, inner, { scope: declares, definition: { kind: 'class', node } });
    }
    this.#visitAll(
      childrenOf(node).filter((child) => child !== node.id),
      node,
      inner,
    );
  }

  #visitDeclarator(node: Declarator, parent: Node, scope: Scope, declares: Scope): void {
    this.#parents.set(node, parent);
    const definition: Definition =
      node.id.type === 'Identifier' ? { kind: 'variable', node } : { kind: 'other' };
    this.visit(node.id, node, scope, { scope: declares, definition });
    if (node.init) this.visit(node.init, node, scope);
  }

  #declare(name: Name, { scope, definition }: Declaration): void {
    if (name.name === '') return;
    this.#names.add(name.name);
    this.#taken.add(name.name);
    const binding: OpenBinding = scope.variables.get(name.name) ?? {
      name: name.name,
      definitions: [],
      declarations: [],
      reads: [],
      writes: [],
    };
    binding.definitions.push(definition);
    binding.declarations.push(name);
    scope.variables.set(name.name, binding);
    this.#bindings.set(name, binding);
  }

  #refer(name: Name, scope: Scope, write: boolean): void {
    if (name.name === '') return;
    this.#names.add(name.name);
    this.#unresolved.push({ name, write, scope });
  }
}

/** A variable of which only the name is known, such as a parameter. */
function plainVariable(scope: Scope): Declaration {
  return { scope, definition: { kind: 'other' } };
}

function isDeclaration({ type }: FunctionNode): boolean {
  return type === 'FunctionDeclaration' || type === 'TSDeclareFunction';
}

/** Before a dot even a small letter begins a variable; elsewhere it is the name of an HTML element. */
function isVariable({ name }: Name, parent: Node | undefined): boolean {
  if (name === 'this') return false;
  const isHtmlTag = /^[a-z]/u.test(name) || name.includes('-');
  return parent?.type === 'JSXMemberExpression' || !isHtmlTag;
}
