import type ts from 'typescript';
import type { Node } from '../ast/nodes.js';
import { functionNode } from './translate-functions.js';
import { propertyKey } from './translate-keys.js';
import { typeArguments } from './translate-types.js';
import type { Translation, Translations, Translator } from './translator.js';

/** Names, literals, and the ways to reach a member. */
const primary: Translations = {
  Identifier: (raw, t) => t.name(raw),
  StringLiteral: ({ text }) => ({ type: 'Literal', value: text }),
  NoSubstitutionTemplateLiteral: ({ text }) => ({ type: 'Literal', value: text }),
  NumericLiteral: () => ({ type: 'Literal' }),
  BigIntLiteral: () => ({ type: 'Literal' }),
  RegularExpressionLiteral: () => ({ type: 'Literal' }),
  TrueKeyword: () => ({ type: 'Literal' }),
  FalseKeyword: () => ({ type: 'Literal' }),
  NullKeyword: () => ({ type: 'Literal' }),
  ThisKeyword: () => ({ type: 'ThisExpression' }),
  SuperKeyword: () => ({ type: 'Super' }),
  MetaProperty: () => ({ type: 'Other', children: [] }),
  ParenthesizedExpression: (raw, t) => t.node(raw.expression),
  PropertyAccessExpression: (raw, t) => ({
    type: 'MemberExpression',
    object: t.node(raw.expression),
    property: t.node(raw.name),
  }),
  ElementAccessExpression: (raw, t) => ({
    type: 'MemberExpression',
    object: t.node(raw.expression),
    property: t.node(raw.argumentExpression),
    computed: true,
  }),
};

/** Calls, literals with parts, and what the parts are. */
const compound: Translations = {
  CallExpression: (raw, t) => ({ type: 'CallExpression', ...call(raw, t) }),
  NewExpression: (raw, t) => ({ type: 'NewExpression', ...call(raw, t) }),
  ObjectLiteralExpression: (raw, t) => ({
    type: 'ObjectExpression',
    properties: raw.properties.map((each) => property(each, t)),
  }),
  ArrayLiteralExpression: (raw, t) => ({
    type: 'ArrayExpression',
    elements: t.nodes(raw.elements.filter((element) => !t.ts.isOmittedExpression(element))),
  }),
  SpreadElement: (raw, t) => ({ type: 'SpreadElement', argument: t.node(raw.expression) }),
  TemplateExpression: (raw, t) => ({
    type: 'TemplateLiteral',
    quasis: [],
    expressions: raw.templateSpans.map((span) => t.node(span.expression)),
  }),
  TaggedTemplateExpression: (raw, t) => ({
    type: 'TaggedTemplateExpression',
    tag: t.node(raw.tag),
    quasi: t.node(raw.template),
    typeArguments: typeArguments(raw, t),
  }),
};

function call(raw: ts.CallExpression | ts.NewExpression, t: Translator) {
  return {
    callee: t.node(raw.expression),
    arguments: t.nodes(raw.arguments),
    typeArguments: typeArguments(raw, t),
  };
}

function property(raw: ts.ObjectLiteralElementLike, t: Translator): Node {
  const { ts } = t;
  const range = t.range(raw);
  if (ts.isSpreadAssignment(raw)) {
    return { type: 'SpreadElement', ...range, argument: t.node(raw.expression) };
  }
  const base = { type: 'Property', ...range, ...propertyKey(raw.name, t) } as const;
  if (ts.isShorthandPropertyAssignment(raw)) {
    return { ...base, value: t.node(raw.name), shorthand: true };
  }
  const value = ts.isPropertyAssignment(raw) ? t.node(raw.initializer) : functionNode(raw, t);
  return { ...base, value };
}

const operations: Translations = {
  BinaryExpression: binary,
  ConditionalExpression: (raw, t) => ({
    type: 'ConditionalExpression',
    test: t.node(raw.condition),
    consequent: t.node(raw.whenTrue),
    alternate: t.node(raw.whenFalse),
  }),
  AwaitExpression: (raw, t) => ({ type: 'AwaitExpression', argument: t.node(raw.expression) }),
  TypeOfExpression: (raw, t) => unary('typeof', raw.expression, t),
  VoidExpression: (raw, t) => unary('void', raw.expression, t),
  DeleteExpression: (raw, t) => unary('delete', raw.expression, t),
  PrefixUnaryExpression(raw, t) {
    const operator = t.ts.tokenToString(raw.operator) ?? '';
    // `++x` writes, which is neither a test nor a value.
    if (operator === '++' || operator === '--') return undefined;
    return unary(operator, raw.operand, t);
  },
};

function unary(operator: string, argument: ts.Expression, t: Translator): Node {
  return { type: 'UnaryExpression', operator, argument: t.node(argument) };
}

function binary(raw: ts.BinaryExpression, t: Translator): Node {
  const { ts } = t;
  const kind = raw.operatorToken.kind;
  const operator = ts.tokenToString(kind) ?? '';
  if (kind === ts.SyntaxKind.CommaToken) {
    return { type: 'SequenceExpression', expressions: t.nodes(sequence(raw, t)) };
  }
  const right = t.node(raw.right);
  if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) {
    return { type: 'AssignmentExpression', operator, left: t.pattern(raw.left), right };
  }
  const isLogical = operator === '&&' || operator === '||' || operator === '??';
  const type = isLogical ? 'LogicalExpression' : 'BinaryExpression';
  return { type, operator, left: t.node(raw.left), right };
}

/** `a, b, c` is one sequence, and to TypeScript a pair whose left part is a pair. */
function sequence(raw: ts.BinaryExpression, { ts }: Translator): readonly ts.Expression[] {
  const backwards = [raw.right];
  let { left } = raw;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    backwards.push(left.right);
    ({ left } = left);
  }
  return [left, ...backwards.reverse()];
}

const cast: Translation<Node, ts.AssertionExpression | ts.SatisfiesExpression> = (raw, t) => ({
  type: 'TSAsExpression',
  expression: t.node(raw.expression),
  typeAnnotation: t.type(raw.type),
});

const bare: Translation<Node, ts.NonNullExpression | ts.ExpressionWithTypeArguments> = (
  raw,
  t,
) => ({
  type: 'TSNonNullExpression',
  expression: t.node(raw.expression),
});

export const expressions: Translations = {
  ...primary,
  ...compound,
  ...operations,
  // What changes the type and not the value.
  AsExpression: cast,
  SatisfiesExpression: cast,
  TypeAssertionExpression: cast,
  NonNullExpression: bare,
  ExpressionWithTypeArguments: bare,
};
