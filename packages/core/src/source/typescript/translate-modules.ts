import type ts from 'typescript';
import type { Identifier, ImportSpecifier, Literal, Node } from '../ast/nodes.js';
import type { Translations, Translator } from './translator.js';

/** Imports and exports. */
export const modules: Translations = {
  ImportDeclaration: importNode,
  ExportDeclaration: exportNode,
  ExportAssignment: (raw, t) =>
    raw.isExportEquals === true
      ? { type: 'TSExportAssignment', expression: t.node(raw.expression) }
      : { type: 'ExportDefaultDeclaration', declaration: t.node(raw.expression) },
};

function importNode(raw: ts.ImportDeclaration, t: Translator): Node {
  const { ts } = t;
  const clause = raw.importClause;
  const specifiers: ImportSpecifier[] = [];
  if (clause?.name) {
    const local = t.name(clause.name);
    specifiers.push({ type: 'ImportDefaultSpecifier', ...t.range(clause.name), local });
  }
  const bindings = clause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) {
    const local = t.name(bindings.name);
    specifiers.push({ type: 'ImportNamespaceSpecifier', ...t.range(bindings), local });
  } else if (bindings) {
    for (const element of bindings.elements) {
      specifiers.push({
        type: 'ImportSpecifier',
        ...t.range(element),
        imported: exportName(element.propertyName ?? element.name, t),
        local: t.name(element.name),
      });
    }
  }
  return {
    type: 'ImportDeclaration',
    source: literal(raw.moduleSpecifier, t) ?? emptyLiteral(raw, t),
    specifiers,
  };
}

function exportNode(raw: ts.ExportDeclaration, t: Translator): Node {
  const exportKind = raw.isTypeOnly ? 'type' : 'value';
  const clause = raw.exportClause;
  const source = raw.moduleSpecifier && literal(raw.moduleSpecifier, t);
  if (!clause || t.ts.isNamespaceExport(clause)) {
    return {
      type: 'ExportAllDeclaration',
      source: source ?? emptyLiteral(raw, t),
      exported: clause && exportName(clause.name, t),
      exportKind,
    };
  }
  return {
    type: 'ExportNamedDeclaration',
    source,
    exportKind,
    specifiers: clause.elements.map((element) => ({
      type: 'ExportSpecifier',
      ...t.range(element),
      local: exportName(element.propertyName ?? element.name, t),
      exported: exportName(element.name, t),
      exportKind: element.isTypeOnly ? 'type' : 'value',
    })),
  };
}

/** A name in an import or export; one in quotes stands for the same. */
function exportName(raw: ts.Node & { readonly text: string }, t: Translator): Identifier {
  return { type: 'Identifier', ...t.range(raw), name: raw.text };
}

function literal(raw: ts.Expression, t: Translator): Literal | undefined {
  if (!t.ts.isStringLiteralLike(raw)) return undefined;
  return { type: 'Literal', ...t.range(raw), value: raw.text };
}

function emptyLiteral(raw: ts.Node, t: Translator): Literal {
  return { type: 'Literal', ...t.range(raw), value: '' };
}

/** Puts `export` and `export default` around a declaration that has them as modifiers. */
export function withExport(raw: ts.Node, node: Node, t: Translator): Node {
  const { ts } = t;
  if (!ts.canHaveModifiers(raw)) return node;
  const modifiers = ts.getModifiers(raw) ?? [];
  const exported = modifiers.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return node;
  // Decorators may stand before.
  const range = { start: t.range(exported).start, end: raw.end };
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
    ? { type: 'ExportDefaultDeclaration', ...range, declaration: node }
    : { type: 'ExportNamedDeclaration', ...range, declaration: node, specifiers: [] };
}
