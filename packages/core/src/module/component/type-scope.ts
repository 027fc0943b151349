import type { Bindings } from '../scope/bindings.js';
import type { Origin } from '../scope/module-names.js';
import { originOfType, type LocalTypes } from '../scope/type-names.js';
import type { Interface, TypeNode, TypeParameter, TypeReference } from '../syntax/types.js';

/** The types on the way to one, so that what contains itself comes to an end. */
export type TypePath = readonly TypeNode[];

/** What a type's name means in one place of a module. */
export interface TypeScope {
  /**
   * The local meaning of a name; undefined for imported and global types.
   *
   * @param from - Where the arguments of the type are looked up, if not here.
   */
  lookUp(type: TypeReference, from?: TypeScope): LocalType | undefined;
  /** Where a type that is not local comes from; undefined where nothing is known of it. */
  originOf(type: TypeReference): Origin | undefined;
  /** The same scope within something generic. */
  within(
    params: readonly TypeParameter[],
    args?: { readonly types: readonly TypeNode[]; readonly scope: TypeScope },
  ): TypeScope;
}

export type LocalType =
  | { readonly kind: 'type'; readonly type: TypeNode; readonly scope: TypeScope }
  | {
      readonly kind: 'interface';
      readonly declarations: readonly Interface[];
      readonly scope: TypeScope;
    }
  /** A type parameter nobody has filled in. */
  | {
      readonly kind: 'parameter';
      readonly constraint: TypeNode | undefined;
      readonly scope: TypeScope;
    };

/**
 * How often names of types are followed in one module. A type that is made of another twice, and that of a
 * third twice, and so on, has no circle, and more parts than anybody can count.
 */
const followedAtMost = 2000;

/** How often names may still be followed. Beyond that every type of the module is unknown. */
interface Steps {
  left: number;
}

/** The scope at the top of a module. */
export function moduleTypeScope(local: LocalTypes, bindings: Bindings): TypeScope {
  const steps: Steps = { left: followedAtMost };
  const originOf = (type: TypeReference) =>
    steps.left > 0 ? originOfType(type, local, bindings) : undefined;
  const top: TypeScope = {
    lookUp: (type, from = top) => {
      const [name = ''] = type.path;
      if (type.source !== undefined || type.path.length !== 1) return undefined;
      const declarations = local.get(name);
      const [first] = declarations ?? [];
      if (!first || !declarations || steps.left === 0) return undefined;
      steps.left -= 1;
      const scope = top.within(first.typeParams, { types: type.args, scope: from });
      if (first.kind === 'typeAlias') return { kind: 'type', type: first.type, scope };
      const interfaces = declarations.filter((each) => each.kind === 'interface');
      return { kind: 'interface', declarations: interfaces, scope };
    },
    originOf,
    within: (params, args) => innerScope(top, params, steps, args),
  };
  return top;
}

function innerScope(
  outer: TypeScope,
  params: readonly TypeParameter[],
  steps: Steps,
  args?: { readonly types: readonly TypeNode[]; readonly scope: TypeScope },
): TypeScope {
  if (params.length === 0) return outer;
  const inner: TypeScope = {
    lookUp: (type, from = inner) => {
      const [name] = type.path;
      const isPlain = type.source === undefined && type.path.length === 1;
      const index = isPlain ? params.findIndex((param) => param.name === name) : -1;
      const param = params[index];
      if (!param) return outer.lookUp(type, from);
      if (steps.left === 0) return undefined;
      steps.left -= 1;
      const given = args?.types[index];
      if (args && given) return { kind: 'type', type: given, scope: args.scope };
      if (args && param.default) return { kind: 'type', type: param.default, scope: outer };
      return { kind: 'parameter', constraint: param.constraint, scope: outer };
    },
    originOf: (type) => outer.originOf(type),
    within: (innerParams, innerArgs) => innerScope(inner, innerParams, steps, innerArgs),
  };
  return inner;
}
