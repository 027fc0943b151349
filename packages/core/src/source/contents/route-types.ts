import type { TypeScope } from '../component/type-scope.js';
import type { RouteTypeUse } from '../module-facts.js';
import type { Module } from '../ast/module.js';
import type { TypeNode, TypeReference } from '../ast/types.js';
import { literalFacts } from './literal-facts.js';
import { visitNodes, visitTypesAt } from './visit.js';

/**
 * Finds the uses of `LayoutProps<'/route'>` and `PageProps`, which `next typegen` makes global.
 *
 * @param ofComponent - Those that the props of the component are typed by; what stands in JSDoc
 *   comments is found through it alone.
 */
export function routeTypesIn(
  { text, statements, types: syntax }: Module,
  scope: TypeScope,
  ofComponent: readonly TypeReference[],
): readonly RouteTypeUse[] {
  const types = new Set<TypeNode>();
  visitNodes(statements, (node) => {
    visitTypesAt(node, syntax, (type) => types.add(type));
  });
  const own = new Set<TypeNode>(ofComponent);
  return [...new Set([...types, ...own])]
    .map((type) => routeTypeUse(text, type, scope, own.has(type)))
    .filter((use) => use !== undefined)
    .sort((a, b) => a.range.start - b.range.start);
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
  const range = { start: type.start, end: type.end };
  return route && { type: name, range, route, ofComponent };
}
