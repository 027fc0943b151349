import type { Node } from '../ast/nodes.js';
import { childrenOf } from '../ast/parts.js';
import type { TypeSyntax } from '../ast/type-syntax.js';
import type { TypeNode } from '../ast/types.js';

/** Calls back for every node of a module, outer ones first. */
export function visitNodes(nodes: readonly Node[], visit: (node: Node) => void): void {
  for (const node of nodes) {
    visit(node);
    visitNodes(childrenOf(node), visit);
  }
}

/** Every type that stands right at a node, and every type that one is made of. */
export function visitTypesAt(node: Node, types: TypeSyntax, visit: (type: TypeNode) => void): void {
  const annotation = types.type(node.typeAnnotation);
  visitTypes(present(annotation, ...typesAt(node, types)), visit);
}

function typesAt(node: Node, types: TypeSyntax): readonly (TypeNode | undefined)[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'TSDeclareFunction':
    case 'TSEmptyBodyFunctionExpression':
      return [...constraints(node, types), types.type(node.returnType)];
    case 'ClassDeclaration':
    case 'ClassExpression':
      return [...constraints(node, types), ...types.superArgs(node)];
    case 'CallExpression':
    case 'NewExpression':
    case 'JSXOpeningElement':
    case 'TaggedTemplateExpression':
      return types.args(node);
    case 'TSTypeAliasDeclaration':
      return constraints(node, types);
    case 'TSInterfaceDeclaration':
      return [...constraints(node, types), ...types.heritage(node), types.body(node)];
    default:
      return [];
  }
}

function constraints(node: Node, types: TypeSyntax): readonly (TypeNode | undefined)[] {
  return types.params(node).flatMap((param) => [param.constraint, param.default]);
}

function visitTypes(types: readonly TypeNode[], visit: (type: TypeNode) => void): void {
  for (const type of types) {
    visit(type);
    visitTypes(typesBelow(type), visit);
  }
}

/** Every type right below a type. */
function typesBelow(type: TypeNode): readonly TypeNode[] {
  switch (type.kind) {
    case 'keyword':
    case 'literal':
      return [];
    case 'reference':
      return type.args;
    case 'object':
      return present(...type.members.map((member) => member.type));
    case 'union':
    case 'intersection':
      return type.types;
    case 'array':
      return [type.element];
    case 'tuple':
      return type.elements;
    case 'function':
      return present(...type.params, type.result);
    case 'mapped':
      return present(type.keys, type.value);
    case 'other':
      return type.children;
  }
}

function present<T>(...values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}
