import type { Module } from '../ast/module.js';
import type { Node } from '../ast/nodes.js';
import type { TypeReader } from './type-reader.js';
import type { TypeDeclaration, TypeReference } from './type-nodes.js';
import type { Bindings } from '../scope/bindings.js';
import { memberOf, type Origin } from '../scope/module-names.js';

/** The types that a module declares at its top, by name. */
export type LocalTypes = ReadonlyMap<string, TypeDeclaration>;

/** Collects the aliases and interfaces at the top of a module, and those that its comments define. */
export function localTypes(
  { statements, types }: Pick<Module, 'statements' | 'types'>,
  documented: readonly TypeDeclaration[],
): LocalTypes {
  const local = new Map<string, TypeDeclaration>();
  const declared = statements.map((statement) => typeDeclaration(statement, types));
  for (const each of [...documented, ...declared]) {
    if (!each) continue;
    const known = local.get(each.name);
    if (!known) local.set(each.name, each);
    else if (known.type.kind === 'interface' && each.type.kind === 'interface') {
      const parts = [...known.type.parts, ...each.type.parts];
      local.set(each.name, { ...known, type: { ...known.type, parts } });
    }
  }
  return local;
}

function typeDeclaration(statement: Node, types: TypeReader): TypeDeclaration | undefined {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return statement.declaration ? typeDeclaration(statement.declaration, types) : undefined;
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration': {
      const type =
        statement.type === 'TSInterfaceDeclaration'
          ? types.interface(statement)
          : types.type(statement.typeAnnotation);
      return type && { name: statement.id.name, typeParams: types.params(statement), type };
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
