import type { PropDeclaration } from '../prop-facts.js';
import type { Interface, ObjectType, TypeMember, TypeNode, TypeReference } from '../ast/types.js';
import type { TextRange } from '../text-range.js';
import { renderable } from './renderable.js';
import { stepInto, type TypePath, type TypeScope } from './type-scope.js';

/** The members of a type, as far as a file shows them. */
export interface TypeMembers {
  readonly declarations: ReadonlyMap<string, readonly PropDeclaration[]>;
  /** Every member is in {@link declarations}. */
  readonly complete: boolean;
  /** Every slot of a route is a member. */
  readonly everySlot: boolean;
  readonly bodies: readonly MemberBody[];
  /** The types whose members are JSDoc tags, to which others can be added. */
  readonly tagged: readonly ObjectType[];
  /** The uses of `LayoutProps` and `PageProps` that the type is made of. */
  readonly routeTypes: readonly TypeReference[];
}

/** A list of members in braces. */
export interface MemberBody {
  readonly type: ObjectType;
  /** False where a member added here would not become one of the whole type. */
  readonly open: boolean;
}

const nothing: TypeMembers = {
  declarations: new Map(),
  complete: true,
  everySlot: false,
  bodies: [],
  tagged: [],
  routeTypes: [],
};

const unknown: TypeMembers = { ...nothing, complete: false };

/** What `LayoutProps` holds besides slots. */
const routeProps: ReadonlySet<string> = new Set(['children', 'params']);

/** Follows a type to its members: through aliases, interfaces, generics and the usual helpers. */
export function membersOf(
  type: TypeNode | undefined,
  scope: TypeScope,
  path: TypePath = [],
): TypeMembers {
  const way = type && stepInto(type, path, scope);
  if (!way) return unknown;
  switch (type.kind) {
    case 'object':
      return objectMembers(type, scope);
    case 'intersection':
      return merge(
        type.types.map((each) => membersOf(each, scope, way)),
        scope,
      );
    case 'union':
      return closed(
        merge(
          type.types.map((each) => membersOf(each, scope, way)),
          scope,
        ),
      );
    case 'mapped':
      return listedMembers(type.keys, type.value, scope);
    case 'reference':
      return referenceMembers(type, scope, way);
    default:
      return unknown;
  }
}

function objectMembers(type: ObjectType, scope: TypeScope): TypeMembers {
  const declarations = new Map<string, PropDeclaration[]>();
  let complete = true;
  for (const member of type.members) {
    if (member.kind === 'other' || member.key === undefined || !member.keyRange) {
      complete = false;
      continue;
    }
    add(declarations, member.key, declarationOf(member, member.keyRange, scope), scope);
  }
  const place = type.tags ? { tagged: [type] } : { bodies: [{ type, open: true }] };
  return { ...nothing, declarations, complete, ...place };
}

function declarationOf(member: TypeMember, key: TextRange, scope: TypeScope): PropDeclaration {
  const isMethod = member.kind === 'method';
  return {
    kind: 'member',
    range: span(member),
    key,
    quoted: member.quoted,
    optional: member.optional,
    type: member.type && !isMethod ? span(member.type) : undefined,
    signature: isMethod ? { start: key.end, end: member.end } : undefined,
    renderable: isMethod ? 'no' : renderable(member.type, scope),
  };
}

function referenceMembers(type: TypeReference, scope: TypeScope, way: TypePath): TypeMembers {
  const local = scope.lookUp(type);
  if (local?.kind === 'type') return membersOf(local.type, local.scope, way);
  if (local?.kind === 'interface') {
    const parts = local.declarations.map((each) => interfaceMembers(each, local.scope, way));
    return merge(parts, scope);
  }
  if (local) return { ...membersOf(local.constraint, local.scope, way), complete: false };
  const origin = scope.originOf(type);
  if (!origin) return unknown;
  const [first, second] = type.args;
  if (origin.source === 'react') {
    if (origin.name === 'PropsWithChildren') {
      const inner = first ? membersOf(first, scope, way) : nothing;
      return merge([inner, implied(type, ['children'])], scope);
    }
    const isPassing = origin.name === 'PropsWithRef' || origin.name === 'PropsWithoutRef';
    return isPassing ? membersOf(first, scope, way) : unknown;
  }
  if (origin.source !== undefined) return unknown;
  switch (origin.name) {
    case 'Readonly':
    case 'NonNullable':
      return membersOf(first, scope, way);
    case 'Partial':
      return withOptional(membersOf(first, scope, way), true, scope);
    case 'Required':
      return withOptional(membersOf(first, scope, way), false, scope);
    case 'Pick':
      return picked(membersOf(first, scope, way), literals(second, scope), scope);
    case 'Omit':
      return omitted(membersOf(first, scope, way), literals(second, scope), scope);
    case 'Record':
      return listedMembers(first, second, scope);
    case 'LayoutProps':
      return { ...implied(type, [...routeProps]), complete: false, everySlot: true };
    case 'PageProps':
      return implied(type, ['params', 'searchParams']);
    default:
      return unknown;
  }
}

function interfaceMembers(node: Interface, scope: TypeScope, path: TypePath): TypeMembers {
  const way = stepInto(node.body, path, scope);
  if (!way) return unknown;
  const heritage = node.extends.map((each) => membersOf(each, scope, way));
  return merge([objectMembers(node.body, scope), ...heritage], scope);
}

/** Members that a well-known type has without spelling them out. */
function implied(type: TypeReference, names: readonly string[]): TypeMembers {
  const declaration = (name: string): PropDeclaration => ({
    kind: 'implied',
    range: span(type),
    quoted: false,
    optional: name === 'children' && type.path.at(-1) === 'PropsWithChildren',
    renderable: name === 'children' ? 'yes' : 'no',
  });
  const isRouteType = names.includes('params');
  return {
    ...nothing,
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
  if (!names) return unknown;
  const declarations = new Map<string, PropDeclaration[]>();
  for (const { value: name, range } of names) {
    const verdict = renderable(value, scope);
    const type = value && span(value);
    add(declarations, name, { ...listed(range), type, renderable: verdict }, scope);
  }
  return { ...nothing, declarations };
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
  const way = type && stepInto(type, path, scope);
  if (!way) return undefined;
  if (type.kind === 'literal') {
    return type.value === undefined ? undefined : [{ value: type.value, range: span(type) }];
  }
  if (type.kind === 'union') {
    const parts = type.types.map((each) => literals(each, scope, way));
    const all = parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    scope.steps.spend(all?.length);
    return all;
  }
  if (type.kind !== 'reference') return undefined;
  const local = scope.lookUp(type);
  return local?.kind === 'type' ? literals(local.type, local.scope, way) : undefined;
}

function picked(
  base: TypeMembers,
  names: readonly ListedName[] | undefined,
  scope: TypeScope,
): TypeMembers {
  if (!names) return closed({ ...base, complete: false });
  const declarations = new Map<string, PropDeclaration[]>();
  for (const { value, range } of names) {
    const known = base.declarations.get(value) ?? [];
    const verdict = known[0]?.renderable ?? 'unknown';
    for (const each of known) add(declarations, value, each, scope);
    add(declarations, value, { ...listed(range), renderable: verdict }, scope);
  }
  return { ...closed(base), declarations, complete: true, everySlot: false };
}

function omitted(
  base: TypeMembers,
  names: readonly ListedName[] | undefined,
  { steps }: TypeScope,
): TypeMembers {
  steps.spend(base.declarations.size);
  if (!names) return { ...unknown, bodies: closed(base).bodies, routeTypes: base.routeTypes };
  const gone = new Set(names.map(({ value }) => value));
  const declarations = [...base.declarations].filter(([name]) => !gone.has(name));
  // Only these two are no slots, so that every slot is still there without them.
  const everySlot = base.everySlot && [...gone].every((name) => routeProps.has(name));
  // What is added to the base may be what is left out here.
  return { ...closed(base), declarations: new Map(declarations), everySlot };
}

function withOptional(base: TypeMembers, optional: boolean, { steps }: TypeScope): TypeMembers {
  steps.spend(base.declarations.size);
  const declarations = [...base.declarations].map(
    ([name, all]) => [name, all.map((each) => ({ ...each, optional }))] as const,
  );
  return { ...base, declarations: new Map(declarations) };
}

function merge(parts: readonly TypeMembers[], scope: TypeScope): TypeMembers {
  const declarations = new Map<string, PropDeclaration[]>();
  for (const part of parts) {
    scope.steps.spend(part.bodies.length + part.tagged.length + part.routeTypes.length);
    for (const [name, all] of part.declarations) {
      for (const each of all) add(declarations, name, each, scope);
    }
  }
  return {
    declarations,
    complete: parts.every((part) => part.complete),
    everySlot: parts.some((part) => part.everySlot),
    bodies: parts.flatMap((part) => part.bodies),
    tagged: parts.flatMap((part) => part.tagged),
    routeTypes: parts.flatMap((part) => part.routeTypes),
  };
}

/** The same, where nothing can be added by adding to one of the parts. */
function closed(members: TypeMembers): TypeMembers {
  const bodies = members.bodies.map(({ type }) => ({ type, open: false }));
  return { ...members, bodies, tagged: [] };
}

function add(
  map: Map<string, PropDeclaration[]>,
  name: string,
  one: PropDeclaration,
  { steps }: TypeScope,
): void {
  const known = map.get(name);
  steps.spend(1 + (known?.length ?? 0));
  if (!known) map.set(name, [one]);
  // A type that stands in several places of the whole is declared once.
  else if (!known.some((each) => isSame(each, one))) known.push(one);
}

function isSame(a: PropDeclaration, b: PropDeclaration): boolean {
  return a.kind === b.kind && a.range.start === b.range.start && a.range.end === b.range.end;
}

function span({ start, end }: TextRange): TextRange {
  return { start, end };
}
