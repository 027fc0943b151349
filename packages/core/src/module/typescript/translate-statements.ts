import type ts from 'typescript';
import type { Declarator, Node, SwitchCase } from '../syntax/nodes.js';
import type { Translation, Translator } from './translator.js';

const translateDeclaration: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isVariableStatement(raw)) return variables(raw, raw.declarationList, t);
  if (ts.isVariableDeclarationList(raw)) return variables(raw, raw, t);
  if (ts.isTypeAliasDeclaration(raw)) {
    const type = t.type(raw.type);
    return (
      type && {
        kind: 'typeAlias',
        ...t.range(raw),
        name: t.name(raw.name),
        typeParams: t.typeParams(raw.typeParameters),
        type,
      }
    );
  }
  if (ts.isInterfaceDeclaration(raw)) return interfaceNode(raw, t);
  if (ts.isEnumDeclaration(raw)) {
    const values = raw.members.map((member) => member.initializer);
    const children = t.nodes(values.filter((value) => value !== undefined));
    return { kind: 'otherDeclaration', ...t.range(raw), name: t.name(raw.name), children };
  }
  if (ts.isModuleDeclaration(raw)) {
    const name = ts.isIdentifier(raw.name) ? t.name(raw.name) : undefined;
    const children = raw.body ? [t.node(raw.body)] : [];
    return { kind: 'otherDeclaration', ...t.range(raw), name, children };
  }
  if (ts.isImportEqualsDeclaration(raw)) {
    return { kind: 'otherDeclaration', ...t.range(raw), name: t.name(raw.name), children: [] };
  }
  return undefined;
};

function variables(raw: ts.Node, list: ts.VariableDeclarationList, t: Translator): Node {
  const { NodeFlags } = t.ts;
  const isLet = (list.flags & NodeFlags.Let) !== 0;
  const isVar = (list.flags & NodeFlags.BlockScoped) === 0;
  return {
    kind: 'variables',
    ...t.range(raw),
    declare: isVar ? 'var' : isLet ? 'let' : 'const',
    declarators: list.declarations.map((each) => declarator(each, t)),
  };
}

function declarator(raw: ts.VariableDeclaration, t: Translator): Declarator {
  return {
    kind: 'declarator',
    ...t.range(raw),
    target: t.pattern(raw.name),
    type: t.type(raw.type),
    init: t.optional(raw.initializer),
  };
}

function interfaceNode(raw: ts.InterfaceDeclaration, t: Translator): Node {
  const body = { start: Math.max(raw.members.pos - 1, raw.name.end), end: raw.end };
  return {
    kind: 'interface',
    ...t.range(raw),
    name: t.name(raw.name),
    typeParams: t.typeParams(raw.typeParameters),
    extends: raw.heritageClauses?.flatMap(({ types }) => t.types(types)) ?? [],
    body: { kind: 'object', ...body, members: t.typeMembers(raw.members) },
  };
}

const translateFlow: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isBlock(raw) || ts.isModuleBlock(raw)) {
    return { kind: 'block', ...t.range(raw), statements: t.nodes(raw.statements) };
  }
  if (ts.isReturnStatement(raw)) {
    return { kind: 'return', ...t.range(raw), argument: t.optional(raw.expression) };
  }
  if (ts.isIfStatement(raw)) {
    return {
      kind: 'if',
      ...t.range(raw),
      test: t.node(raw.expression),
      then: t.node(raw.thenStatement),
      otherwise: t.optional(raw.elseStatement),
    };
  }
  if (ts.isSwitchStatement(raw)) {
    return {
      kind: 'switch',
      ...t.range(raw),
      discriminant: t.node(raw.expression),
      cases: raw.caseBlock.clauses.map((clause) => switchCase(clause, t)),
    };
  }
  if (ts.isExpressionStatement(raw)) {
    return { kind: 'statement', ...t.range(raw), expression: t.node(raw.expression) };
  }
  if (ts.isThrowStatement(raw)) {
    return { kind: 'jump', ...t.range(raw), how: 'throw', argument: t.node(raw.expression) };
  }
  if (ts.isBreakOrContinueStatement(raw)) {
    return { kind: 'jump', ...t.range(raw), how: ts.isBreakStatement(raw) ? 'break' : 'continue' };
  }
  if (ts.isLabeledStatement(raw)) {
    return { kind: 'block', ...t.range(raw), statements: [t.node(raw.statement)] };
  }
  if (ts.isTryStatement(raw)) return tryNode(raw, t);
  return undefined;
};

function switchCase(raw: ts.CaseOrDefaultClause, t: Translator): SwitchCase {
  const test = t.ts.isCaseClause(raw) ? t.node(raw.expression) : undefined;
  return { kind: 'case', ...t.range(raw), test, body: t.nodes(raw.statements) };
}

function tryNode(raw: ts.TryStatement, t: Translator): Node {
  const clause = raw.catchClause;
  return {
    kind: 'try',
    ...t.range(raw),
    block: t.node(raw.tryBlock),
    handler: clause && {
      kind: 'catch',
      ...t.range(clause),
      target: clause.variableDeclaration && t.pattern(clause.variableDeclaration.name),
      body: t.node(clause.block),
    },
    finalizer: t.optional(raw.finallyBlock),
  };
}

const translateLoop: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isForStatement(raw)) {
    return loop(raw, [raw.initializer, raw.condition, raw.incrementor], t);
  }
  if (ts.isForInStatement(raw) || ts.isForOfStatement(raw)) {
    const { initializer } = raw;
    const declares = ts.isVariableDeclarationList(initializer);
    return {
      kind: 'loop',
      ...t.range(raw),
      targets: declares ? [] : [t.pattern(initializer)],
      header: declares ? [t.node(initializer)] : [],
      over: t.node(raw.expression),
      body: t.node(raw.statement),
    };
  }
  if (ts.isWhileStatement(raw) || ts.isDoStatement(raw)) return loop(raw, [raw.expression], t);
  return undefined;
};

function loop(
  raw: ts.IterationStatement,
  header: readonly (ts.Node | undefined)[],
  t: Translator,
): Node {
  return {
    kind: 'loop',
    ...t.range(raw),
    targets: [],
    header: t.nodes(header.filter((part) => part !== undefined)),
    body: t.node(raw.statement),
  };
}

export const statements: readonly Translation[] = [
  translateDeclaration,
  translateFlow,
  translateLoop,
];
