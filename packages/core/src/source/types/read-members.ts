import type { PropDeclaration } from '../prop-facts.js';
import type { MemberKey, ObjectType, TypeMember, TypeNode, TypeReference } from './type-nodes.js';
import type { TextRange } from '../text-range.js';
import { isRoute } from './is-route.js';
import { renderable } from './renderable.js';
import {
  addDeclaration,
  closedMembers,
  mergeMembers,
  noMembers,
  plainRange,
  unknownMembers,
  withOptional,
  type TypeMembers,
} from './type-members.js';
import { stepInto, type TypePath, type TypeScope } from './type-scope.js';

/** What `LayoutProps` holds besides slots. */
const routeProps: ReadonlySet<string> = new Set(['children', 'params']);

/** Follows a type to its members: through aliases, interfaces, generics and the usual helpers. */
export function typeMembers(
  type: TypeNode | undefined,
  scope: TypeScope,
  path: TypePath = [],
): TypeMembers {
  const visited = type && stepInto(type, path, scope);
  if (!visited) return unknownMembers;
  switch (type.kind) {
    case 'object':
      return objectMembers(type, scope);
    case 'interface':
      return mergeMembers(membersOf(type.parts, scope, visited), scope);
    case 'intersection':
      return mergeMembers(membersOf(type.types, scope, visited), scope);
    case 'union':
      return closedMembers(mergeMembers(membersOf(type.types, scope, visited), scope));
    case 'mapped':
      return listedMembers(type.keys, type.value, scope);
    case 'reference':
      return referenceMembers(type, scope, visited);
    default:
      return unknownMembers;
  }
}

function membersOf(
  types: readonly TypeNode[],
  scope: TypeScope,
  path: TypePath,
): readonly TypeMembers[] {
  return types.map((type) => typeMembers(type, scope, path));
}

function objectMembers(type: ObjectType, scope: TypeScope): TypeMembers {
  const declarations = new Map<string, PropDeclaration[]>();
  let complete = true;
  for (const member of type.members) {
    const { key } = member;
    if (key) addDeclaration(declarations, key.name, declarationOf(member, key, scope), scope);
    else complete = false;
  }
  const place = type.tags ? { tagged: [type] } : { bodies: [{ type, open: true }] };
  return { ...noMembers, declarations, complete, ...place };
}

function declarationOf(
  { method, optional, type, ...member }: TypeMember,
  { range: key, quoted }: MemberKey,
  scope: TypeScope,
): PropDeclaration {
  return {
    kind: 'member',
    range: plainRange(member),
    key,
    quoted,
    optional,
    type: type && !method ? plainRange(type) : undefined,
    signature: method ? { start: key.end, end: member.end } : undefined,
    renderable: method ? 'no' : renderable(type, scope),
  };
}

function referenceMembers(type: TypeReference, scope: TypeScope, visited: TypePath): TypeMembers {
  const local = scope.lookUp(type);
  if (local?.kind === 'type') return typeMembers(local.type, local.scope, visited);
  if (local) return { ...typeMembers(local.constraint, local.scope, visited), complete: false };
  const origin = scope.originOf(type);
  if (!origin) return unknownMembers;
  const [first, second] = type.args;
  if (origin.source === 'react') {
    if (origin.name === 'PropsWithChildren') {
      const inner = first ? typeMembers(first, scope, visited) : noMembers;
      return mergeMembers([inner, implied(type, ['children'])], scope);
    }
    const isPassing = origin.name === 'PropsWithRef' || origin.name === 'PropsWithoutRef';
    return isPassing ? typeMembers(first, scope, visited) : unknownMembers;
  }
  if (origin.source !== undefined) return unknownMembers;
  switch (origin.name) {
    case 'Readonly':
    case 'NonNullable':
      return typeMembers(first, scope, visited);
    case 'Partial':
      return withOptional(typeMembers(first, scope, visited), true, scope);
    case 'Required':
      return withOptional(typeMembers(first, scope, visited), false, scope);
    case 'Pick':
      return picked(typeMembers(first, scope, visited), literals(second, scope), scope);
    case 'Omit':
      return omitted(typeMembers(first, scope, visited), literals(second, scope), scope);
    case 'Record':
      return listedMembers(first, second, scope);
    case 'LayoutProps':
      if (!mayBeRoute(first)) return unknownMembers;
      return { ...implied(type, [...routeProps]), complete: false, everySlot: true };
    case 'PageProps':
      return mayBeRoute(first) ? implied(type, ['params', 'searchParams']) : unknownMembers;
    default:
      return unknownMembers;
  }
}

/**
 * Whether a type argument can be a route. Where it cannot, the app has a global type of its own under
 * the name that `next typegen` uses too: `LayoutProps<'header'>`.
 */
function mayBeRoute(argument: TypeNode | undefined): boolean {
  if (argument?.kind !== 'literal') return argument !== undefined;
  return argument.value !== undefined && isRoute(argument.value);
}

/** Members that a well-known type has without spelling them out. */
function implied(type: TypeReference, names: readonly string[]): TypeMembers {
  const declaration = (name: string): PropDeclaration => ({
    kind: 'implied',
    range: plainRange(type),
    quoted: false,
    optional: name === 'children' && type.path.at(-1) === 'PropsWithChildren',
    renderable: name === 'children' ? 'yes' : 'no',
  });
  const isRouteType = names.includes('params');
  return {
    ...noMembers,
    declarations: new Map(names.map((name) => [name, [declaration(name)]])),
    routeTypes: isRouteType ? [type] : [],
  };
}

/** `Record<'a' | 'b', T>` and mapped types over literals. */
function listedMembers(
  keys: TypeNode | undefined,
  value: TypeNode | undefined,
  scope: TypeScope,
): TypeMembers {
  const names = literals(keys, scope);
  if (!names) return unknownMembers;
  const declarations = new Map<string, PropDeclaration[]>();
  for (const { value: name, range } of names) {
    const verdict = renderable(value, scope);
    const type = value && plainRange(value);
    addDeclaration(declarations, name, { ...listed(range), type, renderable: verdict }, scope);
  }
  return { ...noMembers, declarations };
}

function listed(range: TextRange): PropDeclaration {
  return {
    kind: 'listed',
    range,
    key: range,
    quoted: true,
    optional: false,
    renderable: 'unknown',
  };
}

interface ListedName {
  readonly value: string;
  readonly range: TextRange;
}

/** The literals of a union; undefined where some part of it is none. */
function literals(
  type: TypeNode | undefined,
  scope: TypeScope,
  path: TypePath = [],
): readonly ListedName[] | undefined {
  const visited = type && stepInto(type, path, scope);
  if (!visited) return undefined;
  if (type.kind === 'literal') {
    return type.value === undefined ? undefined : [{ value: type.value, range: plainRange(type) }];
  }
  if (type.kind === 'union') {
    const parts = type.types.map((each) => literals(each, scope, visited));
    const all = parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    scope.steps.spend(all?.length);
    return all;
  }
  if (type.kind !== 'reference') return undefined;
  const local = scope.lookUp(type);
  return local?.kind === 'type' ? literals(local.type, local.scope, visited) : undefined;
}

function picked(
  base: TypeMembers,
  names: readonly ListedName[] | undefined,
  scope: TypeScope,
): TypeMembers {
  if (!names) return closedMembers({ ...base, complete: false });
  const declarations = new Map<string, PropDeclaration[]>();
  for (const { value, range } of names) {
    const known = base.declarations.get(value) ?? [];
    const verdict = known[0]?.renderable ?? 'unknown';
    for (const each of known) addDeclaration(declarations, value, each, scope);
    addDeclaration(declarations, value, { ...listed(range), renderable: verdict }, scope);
  }
  return { ...closedMembers(base), declarations, complete: true, everySlot: false };
}

function omitted(
  base: TypeMembers,
  names: readonly ListedName[] | undefined,
  { steps }: TypeScope,
): TypeMembers {
  steps.spend(base.declarations.size);
  if (!names)
    return { ...unknownMembers, bodies: closedMembers(base).bodies, routeTypes: base.routeTypes };
  const gone = new Set(names.map(({ value }) => value));
  const declarations = [...base.declarations].filter(([name]) => !gone.has(name));
  // Only these two are no slots, so that every slot is still there without them.
  const everySlot = base.everySlot && [...gone].every((name) => routeProps.has(name));
  // What is added to the base may be what is left out here.
  return { ...closedMembers(base), declarations: new Map(declarations), everySlot };
}
