import type { TypeScope } from '../component/type-scope.js';
import type { RouteTypeUse } from '../module-facts.js';
import type { TypeNode } from '../syntax/types.js';
import { literalFacts } from './literal-facts.js';

/** Reads `LayoutProps<'/route'>`, which `next typegen` makes global; undefined for any other type. */
export function routeTypeUse(
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
