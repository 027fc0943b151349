import type { TypeScope } from './type-scope.js';
import type { RouteTypeUse } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import type { Module } from '../ast/module.js';
import type { Node } from '../ast/nodes.js';
import type { TypeReader } from './type-reader.js';
import type { TypeNode, TypeReference } from './type-nodes.js';
import { literalFacts } from '../module/literal-facts.js';

/**
 * Finds the uses of `LayoutProps<'/route'>` and `PageProps`, which `next typegen` makes global.
 *
 * @param ofComponent - Those that the props of the component are typed by; what stands in JSDoc
 *   comments is found through it alone.
 */
export function routeTypesIn(
  { text, types: syntax }: Module,
  bindings: Bindings,
  scope: TypeScope,
  ofComponent: readonly TypeReference[],
): readonly RouteTypeUse[] {
  const types = new Set<TypeNode>();
  for (const node of bindings.nodes) visitTypesAt(node, syntax, (type) => types.add(type));
  const own = new Set<TypeNode>(ofComponent);
  return [...new Set([...types, ...own])]
    .map((type) => routeTypeUse(text, type, scope, own.has(type)))
    .filter((use) => use !== undefined)
    .sort((a, b) => a.route.range.start - b.route.range.start);
}

function routeTypeUse(
  text: string,
  type: TypeNode,
  scope: TypeScope,
  ofComponent: boolean,
): RouteTypeUse | undefined {
  if (type.kind !== 'reference' || type.path.length !== 1) return undefined;
  const [name] = type.path;
  if (name !== 'LayoutProps' && name !== 'PageProps') return undefined;
  const origin = scope.lookUp(type) ? undefined : scope.originOf(type);
  if (!origin || origin.source !== undefined) return undefined;
  const [argument] = type.args;
  if (argument?.kind !== 'literal' || argument.value === undefined) return undefined;
  const route = literalFacts(text, argument.value, argument);
  return route && { type: name, route, ofComponent };
}

/** Every type that stands right at a node, and every type that one is made of. */
function visitTypesAt(node: Node, types: TypeReader, visit: (type: TypeNode) => void): void {
  const annotation = types.type(node.typeAnnotation);
  visitTypes(present(annotation, ...typesAt(node, types)), visit);
}

function typesAt(node: Node, types: TypeReader): readonly (TypeNode | undefined)[] {
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

function constraints(node: Node, types: TypeReader): readonly (TypeNode | undefined)[] {
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
