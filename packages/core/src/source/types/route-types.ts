import type { TypeScope } from './type-scope.js';
import type { RouteTypeUse } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { isClass, isFunction } from '../ast/functions.js';
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
  { text, types }: Module,
  bindings: Bindings,
  scope: TypeScope,
  ofComponent: readonly TypeReference[],
): readonly RouteTypeUse[] {
  for (const node of bindings.nodes) readTypesAt(node, types);
  const own = new Set<TypeNode | undefined>(ofComponent);
  return [...new Set([...types.all(), ...own])]
    .map((type) => routeTypeUse(text, type, scope, own.has(type)))
    .filter((use) => use !== undefined)
    .sort((a, b) => a.route.range.start - b.route.range.start);
}

function routeTypeUse(
  text: string,
  type: TypeNode | undefined,
  scope: TypeScope,
  ofComponent: boolean,
): RouteTypeUse | undefined {
  if (type?.kind !== 'reference' || type.path.length !== 1) return undefined;
  const [name] = type.path;
  if (name !== 'LayoutProps' && name !== 'PageProps') return undefined;
  const origin = scope.lookUp(type) ? undefined : scope.originOf(type);
  if (!origin || origin.source !== undefined) return undefined;
  const [argument] = type.args;
  if (argument?.kind !== 'literal' || argument.value === undefined) return undefined;
  const route = literalFacts(text, argument.value, argument);
  return route && { type: name, route, ofComponent };
}

/** Reads every type that stands right at a node, and so all that it is made of. */
function readTypesAt(node: Node, types: TypeReader): void {
  types.type(node.typeAnnotation);
  if (isFunction(node)) {
    types.params(node);
    types.type(node.returnType);
  } else if (isClass(node)) {
    types.params(node);
    types.superArgs(node);
  }
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
    case 'JSXOpeningElement':
    case 'TaggedTemplateExpression':
      types.args(node);
      return;
    case 'TSTypeAliasDeclaration':
      types.params(node);
      return;
    case 'TSInterfaceDeclaration':
      types.params(node);
      types.interface(node);
  }
}
