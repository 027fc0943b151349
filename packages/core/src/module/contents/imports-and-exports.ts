import type { ImportFacts } from '../module-facts.js';
import type { Node, Pattern } from '../syntax/nodes.js';

/** Every name that a module imports. */
export function importsOf(statements: readonly Node[]): readonly ImportFacts[] {
  return statements.flatMap((statement) =>
    statement.kind === 'import'
      ? statement.specifiers.map(({ imported, local, typeOnly }) => ({
          source: statement.source,
          imported,
          local: local.name,
          typeOnly,
        }))
      : [],
  );
}

/** The names of the values that a module exports, as far as it spells them out. */
export function exportsOf(statements: readonly Node[]): readonly string[] {
  return [...new Set(statements.flatMap(exportedNames))];
}

function exportedNames(statement: Node): readonly string[] {
  switch (statement.kind) {
    case 'exportDefault': {
      const { kind } = statement.value;
      return kind === 'interface' || kind === 'typeAlias' ? [] : ['default'];
    }
    case 'exportNames':
      return statement.specifiers
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ exported }) => exported);
    case 'exportAll':
      return statement.exported === undefined || statement.typeOnly ? [] : [statement.exported];
    case 'exportDeclaration':
      return declaredNames(statement.declaration);
    default:
      return [];
  }
}

function declaredNames(declaration: Node): readonly string[] {
  switch (declaration.kind) {
    case 'function':
    case 'class':
    case 'otherDeclaration':
      return declaration.name ? [declaration.name.name] : [];
    case 'variables':
      return declaration.declarators.flatMap(({ target }) => patternNames(target));
    default:
      return [];
  }
}

function patternNames(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'name':
      return [pattern.name];
    case 'objectPattern':
      return [
        ...pattern.properties.flatMap(({ target }) => patternNames(target)),
        ...(pattern.rest ? patternNames(pattern.rest.target) : []),
      ];
    case 'arrayPattern':
      return pattern.elements.flatMap(patternNames);
    case 'defaultPattern':
    case 'patternRest':
      return patternNames(pattern.target);
    default:
      return [];
  }
}
