import type { Module } from '../ast/module.js';
import type { Node } from '../ast/nodes.js';
import type { TypeReader } from './type-reader.js';
import type { Interface, TypeAlias, TypeReference } from './type-nodes.js';
import type { Bindings } from '../scope/bindings.js';
import { memberOf, type Origin } from '../scope/module-names.js';

/** The types that a module declares at its top. */
export type LocalTypes = ReadonlyMap<string, readonly (TypeAlias | Interface)[]>;

/** Collects the aliases and interfaces at the top of a module, and those that its comments define. */
export function localTypes(
  { statements, types }: Pick<Module, 'statements' | 'types'>,
  documented: readonly TypeAlias[],
): LocalTypes {
  const local = new Map<string, (TypeAlias | Interface)[]>();
  const declared = statements.map((statement) => typeDeclaration(statement, types));
  for (const type of [...documented, ...declared]) {
    if (!type) continue;
    const known = local.get(type.name);
    if (known) known.push(type);
    else local.set(type.name, [type]);
  }
  return local;
}

function typeDeclaration(statement: Node, types: TypeReader): TypeAlias | Interface | undefined {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return statement.declaration ? typeDeclaration(statement.declaration, types) : undefined;
    case 'TSTypeAliasDeclaration': {
      const type = types.type(statement.typeAnnotation);
      const { name } = statement.id;
      return type && { kind: 'typeAlias', name, typeParams: types.params(statement), type };
    }
    case 'TSInterfaceDeclaration': {
      const body = types.body(statement);
      return (
        body && {
          kind: 'interface',
          name: statement.id.name,
          typeParams: types.params(statement),
          extends: types.heritage(statement),
          body,
        }
      );
    }
    default:
      return undefined;
  }
}

/**
 * Follows a type's name to the import or global that it stands for.
 *
 * @returns undefined where the module declares a type of this name itself.
 */
export function originOfType(
  type: TypeReference,
  local: LocalTypes,
  bindings: Bindings,
): Origin | undefined {
  if (type.source !== undefined) return { source: type.source, name: type.path.join('.') };
  const [head = '', ...rest] = type.path;
  if (local.has(head)) return undefined;
  const [definition] = bindings.topLevel.get(head)?.definitions ?? [];
  if (definition?.kind === 'import') {
    return rest.reduce(memberOf, { source: definition.source, name: definition.imported });
  }
  // A class or an enum of this module.
  if (definition && definition.kind !== 'variable' && definition.kind !== 'function') {
    return undefined;
  }
  return rest.reduce<Origin>(memberOf, { source: undefined, name: head });
}
