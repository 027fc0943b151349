import type { Declarator, ExportSpecifier, ImportSpecifier, SwitchCase } from '../syntax/nodes.js';
import { keywordRange } from '../syntax/keyword-range.js';
import { childOf, listOf, rangeOf, textOf, type RawNode } from './raw-node.js';
import type { ObjectType } from '../syntax/types.js';
import { moduleName } from './translate-keys.js';
import type { Translation, Translator } from './translator.js';

const declarator = (raw: RawNode, t: Translator): Declarator => {
  const id = childOf(raw, 'id');
  return {
    kind: 'declarator',
    ...rangeOf(raw),
    target: t.pattern(id),
    type: t.type(id && childOf(id, 'typeAnnotation')),
    init: t.optional(childOf(raw, 'init')),
  };
};

const loop =
  (...header: readonly string[]): Translation =>
  (raw, t) => ({
    kind: 'loop',
    ...rangeOf(raw),
    targets: [],
    header: t.nodes(header.map((key) => childOf(raw, key)).filter((part) => part !== undefined)),
    body: t.node(childOf(raw, 'body')),
  });

/** `for … of` and `for … in`. */
const iteration: Translation = (raw, t) => {
  const left = childOf(raw, 'left');
  const declares = left?.type === 'VariableDeclaration';
  return {
    kind: 'loop',
    ...rangeOf(raw),
    targets: left && !declares ? [t.pattern(left)] : [],
    header: left && declares ? [t.node(left)] : [],
    over: t.node(childOf(raw, 'right')),
    body: t.node(childOf(raw, 'body')),
  };
};

const jump =
  (how: 'throw' | 'break' | 'continue'): Translation =>
  (raw, t) => ({
    kind: 'jump',
    ...rangeOf(raw),
    how,
    argument: t.optional(childOf(raw, 'argument')),
  });

const switchCase = (raw: RawNode, t: Translator): SwitchCase => ({
  kind: 'case',
  ...rangeOf(raw),
  test: t.optional(childOf(raw, 'test')),
  body: t.nodes(listOf(raw, 'consequent')),
});

const importNode: Translation = (raw, t) => {
  const source = childOf(raw, 'source');
  const typeOnly = raw['importKind'] === 'type' || raw['importKind'] === 'typeof';
  return {
    kind: 'import',
    ...rangeOf(raw),
    source: textOf(source, 'value') ?? '',
    specifiers: listOf(raw, 'specifiers').flatMap((specifier): ImportSpecifier[] => {
      const local = childOf(specifier, 'local');
      if (!local) return [];
      const kind = specifier['importKind'];
      return [
        {
          imported: importedName(specifier),
          local: t.name(local),
          typeOnly: typeOnly || kind === 'type' || kind === 'typeof',
        },
      ];
    }),
  };
};

function importedName(specifier: RawNode): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  return moduleName(childOf(specifier, 'imported') ?? childOf(specifier, 'local'));
}

const exportNamed: Translation = (raw, t) => {
  const declaration = childOf(raw, 'declaration');
  if (declaration) {
    return { kind: 'exportDeclaration', ...rangeOf(raw), declaration: t.node(declaration) };
  }
  const typeOnly = raw['exportKind'] === 'type';
  return {
    kind: 'exportNames',
    ...rangeOf(raw),
    source: textOf(childOf(raw, 'source'), 'value'),
    specifiers: listOf(raw, 'specifiers').flatMap((specifier): ExportSpecifier[] => {
      const local = childOf(specifier, 'local') ?? childOf(specifier, 'exported');
      if (!local) return [];
      return [
        {
          local: { kind: 'name', ...rangeOf(local), name: moduleName(local) },
          exported: moduleName(childOf(specifier, 'exported')),
          typeOnly: typeOnly || specifier['exportKind'] === 'type',
        },
      ];
    }),
  };
};

const exportAll: Translation = (raw) => {
  const exported = childOf(raw, 'exported');
  return {
    kind: 'exportAll',
    ...rangeOf(raw),
    source: textOf(childOf(raw, 'source'), 'value') ?? '',
    exported: exported && moduleName(exported),
    typeOnly: raw['exportKind'] === 'type',
  };
};

const exportDefault: Translation = (raw, t) => {
  const range = rangeOf(raw);
  return {
    kind: 'exportDefault',
    ...range,
    keyword: keywordRange(t.text, range.start, 'default') ?? range,
    value: t.node(childOf(raw, 'declaration')),
  };
};

const otherDeclaration: Translation = (raw, t) => {
  const id = childOf(raw, 'id');
  const body = childOf(raw, 'body');
  return {
    kind: 'otherDeclaration',
    ...rangeOf(raw),
    name: id?.type === 'Identifier' ? t.name(id) : undefined,
    // Babel 7 has an enum's members right here, of which typescript-eslint warns whoever reads them.
    children: body ? [t.node(body)] : t.nodes(listOf(raw, 'members')),
  };
};

/** The name in an enum's member is none of a variable. */
const enumMember: Translation = (raw, t) => {
  const value = childOf(raw, 'initializer') ?? childOf(raw, 'init');
  return { kind: 'other', ...rangeOf(raw), children: value ? [t.node(value)] : [], types: [] };
};

const block: Translation = (raw, t) => ({
  kind: 'block',
  ...rangeOf(raw),
  statements: [...t.nodes(listOf(raw, 'directives')), ...t.nodes(listOf(raw, 'body'))],
});

const labeled: Translation = (raw, t) => ({
  kind: 'block',
  ...rangeOf(raw),
  statements: [t.node(childOf(raw, 'body'))],
});

const empty: Translation = (raw) => ({ kind: 'other', ...rangeOf(raw), children: [], types: [] });

export const statements: Readonly<Record<string, Translation>> = {
  BlockStatement: block,
  TSModuleBlock: block,
  LabeledStatement: labeled,
  EmptyStatement: empty,
  VariableDeclaration: (raw, t) => {
    const kind = textOf(raw, 'kind');
    return {
      kind: 'variables',
      ...rangeOf(raw),
      declare: kind === 'var' || kind === 'let' ? kind : 'const',
      declarators: listOf(raw, 'declarations').map((each) => declarator(each, t)),
    };
  },
  ReturnStatement: (raw, t) => ({
    kind: 'return',
    ...rangeOf(raw),
    argument: t.optional(childOf(raw, 'argument')),
  }),
  ThrowStatement: jump('throw'),
  BreakStatement: jump('break'),
  ContinueStatement: jump('continue'),
  IfStatement: (raw, t) => ({
    kind: 'if',
    ...rangeOf(raw),
    test: t.node(childOf(raw, 'test')),
    then: t.node(childOf(raw, 'consequent')),
    otherwise: t.optional(childOf(raw, 'alternate')),
  }),
  SwitchStatement: (raw, t) => ({
    kind: 'switch',
    ...rangeOf(raw),
    discriminant: t.node(childOf(raw, 'discriminant')),
    cases: listOf(raw, 'cases').map((each) => switchCase(each, t)),
  }),
  ExpressionStatement: (raw, t) => ({
    kind: 'statement',
    ...rangeOf(raw),
    expression: t.node(childOf(raw, 'expression')),
  }),
  Directive: (raw, t) => ({
    kind: 'statement',
    ...rangeOf(raw),
    expression: t.node(childOf(raw, 'value')),
  }),
  DirectiveLiteral: (raw) => ({
    kind: 'string',
    ...rangeOf(raw),
    value: textOf(raw, 'value') ?? '',
  }),
  ForStatement: loop('init', 'test', 'update'),
  ForInStatement: iteration,
  ForOfStatement: iteration,
  WhileStatement: loop('test'),
  DoWhileStatement: loop('test'),
  TryStatement: (raw, t) => {
    const handler = childOf(raw, 'handler');
    const param = handler && childOf(handler, 'param');
    return {
      kind: 'try',
      ...rangeOf(raw),
      block: t.node(childOf(raw, 'block')),
      handler: handler && {
        kind: 'catch',
        ...rangeOf(handler),
        target: param && t.pattern(param),
        body: t.node(childOf(handler, 'body')),
      },
      finalizer: t.optional(childOf(raw, 'finalizer')),
    };
  },
  ImportDeclaration: importNode,
  ExportNamedDeclaration: exportNamed,
  ExportAllDeclaration: exportAll,
  ExportDefaultDeclaration: exportDefault,
  TSExportAssignment: (raw, t) => ({
    kind: 'exportAssignment',
    ...rangeOf(raw),
    value: t.node(childOf(raw, 'expression')),
  }),
  TSTypeAliasDeclaration: (raw, t) => {
    const id = childOf(raw, 'id');
    const type = t.type(childOf(raw, 'typeAnnotation'));
    if (!id || !type) return empty(raw, t);
    const range = rangeOf(raw);
    return { kind: 'typeAlias', ...range, name: t.name(id), typeParams: t.typeParams(raw), type };
  },
  TSInterfaceDeclaration: (raw, t) => {
    const id = childOf(raw, 'id');
    const body = t.type(childOf(raw, 'body'));
    if (!id || body?.kind !== 'object') return empty(raw, t);
    return {
      kind: 'interface',
      ...rangeOf(raw),
      name: t.name(id),
      typeParams: t.typeParams(raw),
      extends: listOf(raw, 'extends')
        .map((heritage) => t.type(heritage))
        .filter((type) => type !== undefined),
      body: body satisfies ObjectType,
    };
  },
  TSEnumDeclaration: otherDeclaration,
  TSEnumBody: (raw, t) => ({
    kind: 'other',
    ...rangeOf(raw),
    children: t.nodes(listOf(raw, 'members')),
    types: [],
  }),
  TSEnumMember: enumMember,
  TSModuleDeclaration: otherDeclaration,
  TSImportEqualsDeclaration: otherDeclaration,
  TSNamespaceExportDeclaration: empty,
};
