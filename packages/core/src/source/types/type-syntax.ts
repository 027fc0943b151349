import type { ClassNode, InterfaceDeclaration, Node, RawType } from '../ast/nodes.js';
import type { ObjectType, TypeNode, TypeParameter } from './type-nodes.js';

/** Reads the types of one module, each when it is asked for, out of the words of its parser. */
export interface TypeSyntax {
  /**
   * A type, or the annotation around one.
   *
   * @returns the same object for the same syntax, by which types that contain themselves are known.
   */
  type(raw: RawType | null | undefined): TypeNode | undefined;
  /** The arguments of a call, an element or a template. */
  args(node: Node): readonly TypeNode[];
  superArgs(node: ClassNode): readonly TypeNode[];
  /** The parameters of a function, a class, an alias or an interface. */
  params(node: Node): readonly TypeParameter[];
  heritage(node: InterfaceDeclaration): readonly TypeNode[];
  /** Undefined where the parser has left it out. */
  body(node: InterfaceDeclaration): ObjectType | undefined;
}
