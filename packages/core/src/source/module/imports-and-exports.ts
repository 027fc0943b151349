import type { ImportFacts } from '../module-facts.js';
import type { Node } from '../ast/nodes.js';
import { importedName, isOfTypes, moduleName } from '../ast/specifiers.js';

/** Every name that a module imports. */
export function importsOf(statements: readonly Node[]): readonly ImportFacts[] {
  return statements.flatMap((statement) =>
    statement.type === 'ImportDeclaration'
      ? statement.specifiers.map((specifier) => ({
          source: moduleName(statement.source),
          imported: importedName(specifier),
          local: specifier.local.name,
        }))
      : [],
  );
}

/** The names of the values that a module exports, as far as it spells them out. */
export function exportsOf(statements: readonly Node[]): readonly string[] {
  return [...new Set(statements.flatMap(exportedNames))];
}

function exportedNames(statement: Node): readonly string[] {
  switch (statement.type) {
    case 'ExportDefaultDeclaration': {
      const { type } = statement.declaration;
      return type === 'TSInterfaceDeclaration' || type === 'TSTypeAliasDeclaration'
        ? []
        : ['default'];
    }
    case 'ExportNamedDeclaration':
      if (statement.declaration) return declaredNames(statement.declaration);
      return statement.specifiers
        .filter(({ exportKind }) => !isOfTypes(statement.exportKind) && !isOfTypes(exportKind))
        .map(({ exported }) => moduleName(exported));
    case 'ExportAllDeclaration':
      return statement.exported && !isOfTypes(statement.exportKind)
        ? [moduleName(statement.exported)]
        : [];
    default:
      return [];
  }
}

function declaredNames(declaration: Node): readonly string[] {
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSImportEqualsDeclaration':
      return declaration.id ? patternNames(declaration.id) : [];
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id }) => patternNames(id));
    default:
      return [];
  }
}

function patternNames(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === 'RestElement' ? property : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? patternNames(element) : []));
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'RestElement':
      return patternNames(pattern.argument);
    default:
      return [];
  }
}
