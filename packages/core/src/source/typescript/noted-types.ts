import type { ClassNode, InterfaceDeclaration, Node } from '../ast/nodes.js';
import type { TypeSyntax } from '../types/type-syntax.js';
import type { ObjectType, TypeNode, TypeParameter } from '../types/type-nodes.js';

/** The types at one node, but for its annotation. */
interface TypesAt {
  readonly args?: readonly TypeNode[];
  readonly superArgs?: readonly TypeNode[];
  readonly params?: readonly TypeParameter[];
  readonly heritage?: readonly TypeNode[];
  readonly body?: ObjectType;
}

/** The types of a module as they were translated with its nodes. */
export class NotedTypes implements TypeSyntax {
  readonly #at = new Map<Node, TypesAt>();

  /** Takes note of the types at a node, and gives the node back. */
  note<N extends Node>(node: N, types: TypesAt): N {
    this.#at.set(node, types);
    return node;
  }

  type(raw: object | null | undefined): TypeNode | undefined {
    return raw && isTypeNode(raw) ? raw : undefined;
  }

  args(node: Node): readonly TypeNode[] {
    return this.#at.get(node)?.args ?? [];
  }

  superArgs(node: ClassNode): readonly TypeNode[] {
    return this.#at.get(node)?.superArgs ?? [];
  }

  params(node: Node): readonly TypeParameter[] {
    return this.#at.get(node)?.params ?? [];
  }

  heritage(node: InterfaceDeclaration): readonly TypeNode[] {
    return this.#at.get(node)?.heritage ?? [];
  }

  body(node: InterfaceDeclaration): ObjectType | undefined {
    return this.#at.get(node)?.body;
  }
}

/** What stands as an annotation in a translated node is translated, too. */
function isTypeNode(raw: object): raw is TypeNode {
  return 'kind' in raw;
}
