import type { Interface, Node, TypeAlias } from '../syntax/nodes.js';
import type { TypeReference } from '../syntax/types.js';
import type { Bindings } from './bindings.js';
import type { Origin } from './module-names.js';

/** The types that a module declares at its top. */
export type LocalTypes = ReadonlyMap<string, readonly (TypeAlias | Interface)[]>;

/** Collects the aliases and interfaces at the top of a module. */
export function localTypes(statements: readonly Node[]): LocalTypes {
  const types = new Map<string, (TypeAlias | Interface)[]>();
  for (const statement of statements) {
    const node = declarationOf(statement);
    if (node.kind !== 'typeAlias' && node.kind !== 'interface') continue;
    const known = types.get(node.name.name);
    if (known) known.push(node);
    else types.set(node.name.name, [node]);
  }
  return types;
}

function declarationOf(statement: Node): Node {
  if (statement.kind === 'exportDeclaration') return statement.declaration;
  return statement.kind === 'exportDefault' ? statement.value : statement;
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
  const definitions = bindings.topLevel(head)?.definitions;
  const definition = definitions?.[0];
  if (definition?.kind === 'import') {
    const isWhole = definition.imported === '*' || definition.imported === 'default';
    const path = isWhole && rest.length > 0 ? rest : [definition.imported, ...rest];
    return { source: definition.source, name: path.join('.') };
  }
  // A class or an enum of this module.
  if (definition && definition.kind !== 'variable' && definition.kind !== 'function') {
    return undefined;
  }
  if (head === 'React' && rest.length > 0) return { source: 'react', name: rest.join('.') };
  return { source: undefined, name: type.path.join('.') };
}
