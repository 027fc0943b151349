import type { ImportSpecifier, ModuleName } from './nodes.js';

/** A name in an import or export. */
export function moduleName(node: ModuleName | null | undefined): string {
  if (!node) return '';
  return node.type === 'Literal' ? String(node.value) : node.name;
}

/** The name in the other module: `default`, or `*` for the namespace. */
export function importedName(specifier: ImportSpecifier): string {
  switch (specifier.type) {
    case 'ImportDefaultSpecifier':
      return 'default';
    case 'ImportNamespaceSpecifier':
      return '*';
    case 'ImportSpecifier':
      return moduleName(specifier.imported);
  }
}

/** Whether an import or export, or one name in it, is of types alone. */
export function isOfTypes(kind: string | null | undefined): boolean {
  return kind === 'type' || kind === 'typeof';
}
