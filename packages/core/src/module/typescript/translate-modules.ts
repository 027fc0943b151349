import type ts from 'typescript';
import { keywordRange } from '../syntax/keyword-range.js';
import { identifierEnd } from '../syntax/trivia.js';
import type { ExportSpecifier, ImportSpecifier, Node } from '../syntax/nodes.js';
import type { Translation, Translator } from './translator.js';

/** Imports and exports. */
export const translateModule: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isImportDeclaration(raw)) return importNode(raw, t);
  if (ts.isExportDeclaration(raw)) return exportNode(raw, t);
  if (ts.isExportAssignment(raw)) {
    const range = t.range(raw);
    const value = t.node(raw.expression);
    if (raw.isExportEquals === true) return { kind: 'exportAssignment', ...range, value };
    const keyword = keywordRange(t.text, range.start, 'default') ?? range;
    return { kind: 'exportDefault', ...range, keyword, value };
  }
  return undefined;
};

function importNode(raw: ts.ImportDeclaration, t: Translator): Node {
  const { ts } = t;
  const clause = raw.importClause;
  const typeOnly = clause !== undefined && isTypeOnly(clause, t);
  const specifiers: ImportSpecifier[] = [];
  if (clause?.name) {
    specifiers.push({ imported: 'default', local: t.name(clause.name), typeOnly });
  }
  const bindings = clause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) {
    specifiers.push({ imported: '*', local: t.name(bindings.name), typeOnly });
  } else if (bindings) {
    for (const element of bindings.elements) {
      specifiers.push({
        imported: (element.propertyName ?? element.name).text,
        local: t.name(element.name),
        typeOnly: typeOnly || element.isTypeOnly,
      });
    }
  }
  return {
    kind: 'import',
    ...t.range(raw),
    source: literalText(raw.moduleSpecifier, t) ?? '',
    specifiers,
  };
}

/** `import type`: the flag for it has another name in every TypeScript, the text has not. */
function isTypeOnly(clause: ts.ImportClause, t: Translator): boolean {
  const { start } = t.range(clause);
  const isWord = t.text.slice(start, identifierEnd(t.text, start)) === 'type';
  return isWord && !(clause.name && t.range(clause.name).start === start);
}

function exportNode(raw: ts.ExportDeclaration, t: Translator): Node {
  const { ts } = t;
  const range = t.range(raw);
  const source = raw.moduleSpecifier && literalText(raw.moduleSpecifier, t);
  const clause = raw.exportClause;
  if (!clause || ts.isNamespaceExport(clause)) {
    return {
      kind: 'exportAll',
      ...range,
      source: source ?? '',
      exported: clause?.name.text,
      typeOnly: raw.isTypeOnly,
    };
  }
  const specifiers = clause.elements.map((element): ExportSpecifier => {
    const local = element.propertyName ?? element.name;
    return {
      local: { kind: 'name', ...t.range(local), name: local.text },
      exported: element.name.text,
      typeOnly: raw.isTypeOnly || element.isTypeOnly,
    };
  });
  return { kind: 'exportNames', ...range, source, specifiers };
}

function literalText(raw: ts.Expression, { ts }: Translator): string | undefined {
  return ts.isStringLiteralLike(raw) ? raw.text : undefined;
}

/** Puts `export` and `export default` around a declaration that has them as modifiers. */
export function withExport(raw: ts.Node, node: Node, t: Translator): Node {
  const { ts } = t;
  if (!ts.canHaveModifiers(raw)) return node;
  const modifiers = ts.getModifiers(raw) ?? [];
  const exported = modifiers.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return node;
  const range = t.range(raw);
  const keyword = modifiers.find(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  return keyword
    ? { kind: 'exportDefault', ...range, keyword: t.range(keyword), value: node }
    : { kind: 'exportDeclaration', ...range, declaration: node };
}
