import type { PropDeclaration } from '../prop-facts.js';
import type { TextRange } from '../text-range.js';
import type { ObjectType, TypeReference } from './type-nodes.js';
import type { TypeScope } from './type-scope.js';

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

/** The members of a type that has none. */
export const noMembers: TypeMembers = {
  declarations: new Map(),
  complete: true,
  everySlot: false,
  bodies: [],
  tagged: [],
  routeTypes: [],
};

/** The members of a type that the file does not show. */
export const unknownMembers: TypeMembers = { ...noMembers, complete: false };

/** The same members, all of them optional or none. */
export function withOptional(
  base: TypeMembers,
  optional: boolean,
  { steps }: TypeScope,
): TypeMembers {
  steps.spend(base.declarations.size);
  const declarations = [...base.declarations].map(
    ([name, all]) => [name, all.map((each) => ({ ...each, optional }))] as const,
  );
  return { ...base, declarations: new Map(declarations) };
}

/** The members of an intersection, as far as its parts are known. */
export function mergeMembers(parts: readonly TypeMembers[], scope: TypeScope): TypeMembers {
  const declarations = new Map<string, PropDeclaration[]>();
  for (const part of parts) {
    scope.steps.spend(part.bodies.length + part.tagged.length + part.routeTypes.length);
    for (const [name, all] of part.declarations) {
      for (const each of all) addDeclaration(declarations, name, each, scope);
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
export function closedMembers(members: TypeMembers): TypeMembers {
  const bodies = members.bodies.map(({ type }) => ({ type, open: false }));
  return { ...members, bodies, tagged: [] };
}

/** Adds a declaration, unless it is there already. */
export function addDeclaration(
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

/** A range alone, without what else the object holds. */
export function plainRange({ start, end }: TextRange): TextRange {
  return { start, end };
}
