import type ts from 'typescript';
import type { Declarator, Node, SwitchCase } from '../ast/nodes.js';
import { typeMembers, typeParameters } from './translate-types.js';
import type { Translation, Translations, Translator } from './translator.js';

const declarations: Translations = {
  VariableStatement: (raw, t) => variables(raw.declarationList, t),
  VariableDeclarationList: variables,
  TypeAliasDeclaration: (raw, t) => ({
    type: 'TSTypeAliasDeclaration',
    id: t.name(raw.name),
    typeParameters: typeParameters(raw, t),
    typeAnnotation: t.type(raw.type),
  }),
  InterfaceDeclaration: (raw, t) => ({
    type: 'TSInterfaceDeclaration',
    id: t.name(raw.name),
    typeParameters: typeParameters(raw, t),
    extends: raw.heritageClauses?.flatMap(({ types }) => t.types(types)) ?? [],
    body: {
      type: 'TSInterfaceBody',
      start: Math.max(raw.members.pos - 1, raw.name.end),
      end: raw.end,
      body: typeMembers(raw, t),
    },
  }),
  EnumDeclaration(raw, t) {
    const values = raw.members.map((member) => member.initializer);
    const children = t.nodes(values.filter((value) => value !== undefined));
    const body = { type: 'Other', ...t.range(raw), children } as const;
    return { type: 'TSEnumDeclaration', id: t.name(raw.name), body };
  },
  ModuleDeclaration: (raw, t) => ({
    type: 'TSModuleDeclaration',
    id: t.node(raw.name),
    body: t.optional(raw.body),
  }),
  ImportEqualsDeclaration: (raw, t) => ({
    type: 'TSImportEqualsDeclaration',
    id: t.name(raw.name),
  }),
};

function variables(list: ts.VariableDeclarationList, t: Translator): Node {
  const isVar = (list.flags & t.ts.NodeFlags.BlockScoped) === 0;
  return {
    type: 'VariableDeclaration',
    kind: isVar ? 'var' : 'const',
    declarations: list.declarations.map((each) => declarator(each, t)),
  };
}

function declarator(raw: ts.VariableDeclaration, t: Translator): Declarator {
  return {
    type: 'VariableDeclarator',
    ...t.range(raw),
    id: { ...t.pattern(raw.name), typeAnnotation: t.type(raw.type) },
    init: t.optional(raw.initializer),
  };
}

const block: Translation<Node, ts.Block | ts.ModuleBlock> = (raw, t) => ({
  type: 'BlockStatement',
  body: t.nodes(raw.statements),
});

const flow: Translations = {
  Block: block,
  ModuleBlock: block,
  ReturnStatement: (raw, t) => ({ type: 'ReturnStatement', argument: t.optional(raw.expression) }),
  IfStatement: (raw, t) => ({
    type: 'IfStatement',
    test: t.node(raw.expression),
    consequent: t.node(raw.thenStatement),
    alternate: t.optional(raw.elseStatement),
  }),
  SwitchStatement: (raw, t) => ({
    type: 'SwitchStatement',
    discriminant: t.node(raw.expression),
    cases: raw.caseBlock.clauses.map((clause) => switchCase(clause, t)),
  }),
  ExpressionStatement: (raw, t) => ({
    type: 'ExpressionStatement',
    expression: t.node(raw.expression),
  }),
  ThrowStatement: (raw, t) => ({ type: 'ThrowStatement', argument: t.node(raw.expression) }),
  BreakStatement: () => ({ type: 'BreakStatement' }),
  ContinueStatement: () => ({ type: 'ContinueStatement' }),
  LabeledStatement: (raw, t) => ({ type: 'LabeledStatement', body: t.node(raw.statement) }),
  TryStatement: (raw, t) => ({
    type: 'TryStatement',
    block: t.node(raw.tryBlock),
    handler: raw.catchClause && {
      type: 'CatchClause',
      ...t.range(raw.catchClause),
      param:
        raw.catchClause.variableDeclaration && t.pattern(raw.catchClause.variableDeclaration.name),
      body: t.node(raw.catchClause.block),
    },
    finalizer: t.optional(raw.finallyBlock),
  }),
};

function switchCase(raw: ts.CaseOrDefaultClause, t: Translator): SwitchCase {
  const test = t.ts.isCaseClause(raw) ? t.node(raw.expression) : undefined;
  return { type: 'SwitchCase', ...t.range(raw), test, consequent: t.nodes(raw.statements) };
}

const whileLoop: Translation<Node, ts.WhileStatement | ts.DoStatement> = (raw, t) => ({
  type: 'WhileStatement',
  test: t.node(raw.expression),
  body: t.node(raw.statement),
});

const loops: Translations = {
  ForStatement: (raw, t) => ({
    type: 'ForStatement',
    init: t.optional(raw.initializer),
    test: t.optional(raw.condition),
    update: t.optional(raw.incrementor),
    body: t.node(raw.statement),
  }),
  ForInStatement: (raw, t) => ({ type: 'ForInStatement', ...eachLoop(raw, t) }),
  ForOfStatement: (raw, t) => ({
    type: 'ForOfStatement',
    ...eachLoop(raw, t),
    await: raw.awaitModifier !== undefined,
  }),
  WhileStatement: whileLoop,
  DoStatement: whileLoop,
};

function eachLoop({ initializer, expression, statement }: ts.ForInOrOfStatement, t: Translator) {
  const declares = t.ts.isVariableDeclarationList(initializer);
  return {
    left: declares ? t.node(initializer) : t.pattern(initializer),
    right: t.node(expression),
    body: t.node(statement),
  };
}

export const statements: Translations = { ...declarations, ...flow, ...loops };
