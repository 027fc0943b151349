import type { Bindings } from '../scope/bindings.js';
import type { Origin } from '../scope/module-names.js';
import { originOfType, type LocalTypes } from './local-types.js';
import type { Steps } from '../steps.js';
import type { TypeNode, TypeParameter, TypeReference } from './type-nodes.js';

/** The types that lead to one: a type that contains itself is followed once. */
export type TypePath = readonly TypeNode[];

/** The path with a type added, which costs more steps where it is long. Undefined where the type is on it already. */
export function stepInto(
  type: TypeNode,
  path: TypePath,
  { steps }: TypeScope,
): TypePath | undefined {
  steps.spend(1 + Math.floor(path.length / 16));
  return path.includes(type) ? undefined : [...path, type];
}

/** What a type's name means in one place of a module. */
export interface TypeScope {
  /** What following types may still cost. */
  readonly steps: Steps;
  /**
   * The local meaning of a name; undefined for imported and global types.
   *
   * @param from - Where the arguments of the type are looked up, if not here.
   */
  lookUp(type: TypeReference, from?: TypeScope): LocalType | undefined;
  /** Where a type that is not local comes from; undefined where nothing is known of it. */
  originOf(type: TypeReference): Origin | undefined;
}

export type LocalType =
  | { readonly kind: 'type'; readonly type: TypeNode; readonly scope: TypeScope }
  /** A type parameter nobody has filled in. */
  | {
      readonly kind: 'parameter';
      readonly constraint: TypeNode | undefined;
      readonly scope: TypeScope;
    };

/**
 * The scope at the top of a module.
 *
 * @param steps - What following types may cost. A type that is made of another twice, and that of a third
 *   twice, and so on, has no circle, and more parts than anybody can count.
 */
export function moduleTypeScope(local: LocalTypes, bindings: Bindings, steps: Steps): TypeScope {
  const top: TypeScope = {
    steps,
    lookUp: (type, from = top) => {
      const [name = ''] = type.path;
      if (type.source !== undefined || type.path.length !== 1) return undefined;
      const declared = local.get(name);
      steps.spend();
      if (!declared) return undefined;
      const scope = innerScope(top, declared.typeParams, { types: type.args, scope: from });
      return { kind: 'type', type: declared.type, scope };
    },
    originOf: (type) => originOfType(type, local, bindings),
  };
  return top;
}

/** The scope within something generic. */
export function innerScope(
  outer: TypeScope,
  params: readonly TypeParameter[],
  args?: { readonly types: readonly TypeNode[]; readonly scope: TypeScope },
): TypeScope {
  if (params.length === 0) return outer;
  const { steps } = outer;
  const inner: TypeScope = {
    steps,
    lookUp: (type, from = inner) => {
      const [name] = type.path;
      const isPlain = type.source === undefined && type.path.length === 1;
      const index = isPlain ? params.findIndex((param) => param.name === name) : -1;
      const param = params[index];
      steps.spend(1 + params.length);
      if (!param) return outer.lookUp(type, from);
      const given = args?.types[index];
      if (args && given) return { kind: 'type', type: given, scope: args.scope };
      if (args && param.default) return { kind: 'type', type: param.default, scope: outer };
      return { kind: 'parameter', constraint: param.constraint, scope: outer };
    },
    originOf: (type) => outer.originOf(type),
  };
  return inner;
}
