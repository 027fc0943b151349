import type ts from 'typescript';
import type { Declarator, Node, SwitchCase } from '../ast/nodes.js';
import type { Translation, Translator } from './translator.js';

const translateDeclaration: Translation = (raw, t) => {
  const { ts } = t;
  const range = t.range(raw);
  if (ts.isVariableStatement(raw)) return variables(raw, raw.declarationList, t);
  if (ts.isVariableDeclarationList(raw)) return variables(raw, raw, t);
  if (ts.isTypeAliasDeclaration(raw)) {
    const type = t.type(raw.type);
    if (!type) return undefined;
    const alias = { id: t.name(raw.name), typeAnnotation: type };
    return t.noted.note(
      { type: 'TSTypeAliasDeclaration', ...range, ...alias },
      { params: t.typeParams(raw.typeParameters) },
    );
  }
  if (ts.isInterfaceDeclaration(raw)) {
    const body = { start: Math.max(raw.members.pos - 1, raw.name.end), end: raw.end };
    return t.noted.note(
      { type: 'TSInterfaceDeclaration', ...range, id: t.name(raw.name) },
      {
        params: t.typeParams(raw.typeParameters),
        heritage: raw.heritageClauses?.flatMap(({ types }) => t.types(types)) ?? [],
        body: { kind: 'object', ...body, members: t.typeMembers(raw.members) },
      },
    );
  }
  if (ts.isEnumDeclaration(raw)) {
    const values = raw.members.map((member) => member.initializer);
    const children = t.nodes(values.filter((value) => value !== undefined));
    const body = { type: 'Other', ...range, children } as const;
    return { type: 'TSEnumDeclaration', ...range, id: t.name(raw.name), body };
  }
  if (ts.isModuleDeclaration(raw)) {
    const id = t.node(raw.name);
    return { type: 'TSModuleDeclaration', ...range, id, body: t.optional(raw.body) };
  }
  if (ts.isImportEqualsDeclaration(raw)) {
    return { type: 'TSImportEqualsDeclaration', ...range, id: t.name(raw.name) };
  }
  return undefined;
};

function variables(raw: ts.Node, list: ts.VariableDeclarationList, t: Translator): Node {
  const { NodeFlags } = t.ts;
  const isVar = (list.flags & NodeFlags.BlockScoped) === 0;
  return {
    type: 'VariableDeclaration',
    ...t.range(raw),
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

const translateFlow: Translation = (raw, t) => {
  const { ts } = t;
  const range = t.range(raw);
  if (ts.isBlock(raw) || ts.isModuleBlock(raw)) {
    return { type: 'BlockStatement', ...range, body: t.nodes(raw.statements) };
  }
  if (ts.isReturnStatement(raw)) {
    return { type: 'ReturnStatement', ...range, argument: t.optional(raw.expression) };
  }
  if (ts.isIfStatement(raw)) {
    return {
      type: 'IfStatement',
      ...range,
      test: t.node(raw.expression),
      consequent: t.node(raw.thenStatement),
      alternate: t.optional(raw.elseStatement),
    };
  }
  if (ts.isSwitchStatement(raw)) {
    return {
      type: 'SwitchStatement',
      ...range,
      discriminant: t.node(raw.expression),
      cases: raw.caseBlock.clauses.map((clause) => switchCase(clause, t)),
    };
  }
  if (ts.isExpressionStatement(raw)) {
    return { type: 'ExpressionStatement', ...range, expression: t.node(raw.expression) };
  }
  if (ts.isThrowStatement(raw)) {
    return { type: 'ThrowStatement', ...range, argument: t.node(raw.expression) };
  }
  if (ts.isBreakStatement(raw)) return { type: 'BreakStatement', ...range };
  if (ts.isContinueStatement(raw)) return { type: 'ContinueStatement', ...range };
  if (ts.isLabeledStatement(raw)) {
    return { type: 'LabeledStatement', ...range, body: t.node(raw.statement) };
  }
  return ts.isTryStatement(raw) ? tryNode(raw, t) : undefined;
};

function switchCase(raw: ts.CaseOrDefaultClause, t: Translator): SwitchCase {
  const test = t.ts.isCaseClause(raw) ? t.node(raw.expression) : undefined;
  return { type: 'SwitchCase', ...t.range(raw), test, consequent: t.nodes(raw.statements) };
}

function tryNode(raw: ts.TryStatement, t: Translator): Node {
  const clause = raw.catchClause;
  return {
    type: 'TryStatement',
    ...t.range(raw),
    block: t.node(raw.tryBlock),
    handler: clause && {
      type: 'CatchClause',
      ...t.range(clause),
      param: clause.variableDeclaration && t.pattern(clause.variableDeclaration.name),
      body: t.node(clause.block),
    },
    finalizer: t.optional(raw.finallyBlock),
  };
}

const translateLoop: Translation = (raw, t) => {
  const { ts } = t;
  const range = t.range(raw);
  if (ts.isForStatement(raw)) {
    return {
      type: 'ForStatement',
      ...range,
      init: t.optional(raw.initializer),
      test: t.optional(raw.condition),
      update: t.optional(raw.incrementor),
      body: t.node(raw.statement),
    };
  }
  if (ts.isForInStatement(raw) || ts.isForOfStatement(raw)) {
    const { initializer } = raw;
    const shared = {
      ...range,
      left: ts.isVariableDeclarationList(initializer)
        ? t.node(initializer)
        : t.pattern(initializer),
      right: t.node(raw.expression),
      body: t.node(raw.statement),
    };
    return ts.isForInStatement(raw)
      ? { type: 'ForInStatement', ...shared }
      : { type: 'ForOfStatement', ...shared, await: raw.awaitModifier !== undefined };
  }
  if (ts.isWhileStatement(raw) || ts.isDoStatement(raw)) {
    const test = t.node(raw.expression);
    return { type: 'WhileStatement', ...range, test, body: t.node(raw.statement) };
  }
  return undefined;
};

export const statements: readonly Translation[] = [
  translateDeclaration,
  translateFlow,
  translateLoop,
];
