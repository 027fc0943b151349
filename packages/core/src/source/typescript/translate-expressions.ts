import type ts from 'typescript';
import type { Node } from '../ast/nodes.js';
import { functionNode } from './translate-functions.js';
import { propertyKey } from './translate-keys.js';
import type { Translation, Translator } from './translator.js';

/** Names, literals, and the ways to reach a member. */
const translatePrimary: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isIdentifier(raw)) return t.name(raw);
  if (ts.isStringLiteralLike(raw)) return { type: 'Literal', ...t.range(raw), value: raw.text };
  if (ts.isParenthesizedExpression(raw)) return t.node(raw.expression);
  if (ts.isPropertyAccessExpression(raw)) {
    const object = t.node(raw.expression);
    return { type: 'MemberExpression', ...t.range(raw), object, property: t.node(raw.name) };
  }
  if (ts.isElementAccessExpression(raw)) {
    const object = t.node(raw.expression);
    const property = t.node(raw.argumentExpression);
    return { type: 'MemberExpression', ...t.range(raw), object, property, computed: true };
  }
  switch (raw.kind) {
    case ts.SyntaxKind.ThisKeyword:
      return { type: 'ThisExpression', ...t.range(raw) };
    case ts.SyntaxKind.NumericLiteral:
    case ts.SyntaxKind.BigIntLiteral:
    case ts.SyntaxKind.RegularExpressionLiteral:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NullKeyword:
      return { type: 'Literal', ...t.range(raw) };
    case ts.SyntaxKind.SuperKeyword:
      return { type: 'Super', ...t.range(raw) };
    case ts.SyntaxKind.ImportKeyword:
    case ts.SyntaxKind.MetaProperty:
    case ts.SyntaxKind.PrivateIdentifier:
      return { type: 'Other', ...t.range(raw), children: [] };
    default:
      return undefined;
  }
};

/** Calls, literals with parts, and what the parts are. */
const translateCompound: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isCallExpression(raw) || ts.isNewExpression(raw)) {
    const call = {
      type: ts.isCallExpression(raw) ? 'CallExpression' : 'NewExpression',
      ...t.range(raw),
      callee: t.node(raw.expression),
      arguments: t.nodes(raw.arguments),
    } as const;
    return t.noted.note(call, { args: t.types(raw.typeArguments) });
  }
  if (ts.isObjectLiteralExpression(raw)) {
    const properties = raw.properties.map((each) => property(each, t));
    return { type: 'ObjectExpression', ...t.range(raw), properties };
  }
  if (ts.isArrayLiteralExpression(raw)) {
    const elements = raw.elements.filter((element) => !ts.isOmittedExpression(element));
    return { type: 'ArrayExpression', ...t.range(raw), elements: t.nodes(elements) };
  }
  if (ts.isSpreadElement(raw)) {
    return { type: 'SpreadElement', ...t.range(raw), argument: t.node(raw.expression) };
  }
  if (ts.isTemplateExpression(raw)) {
    const expressions = raw.templateSpans.map((span) => t.node(span.expression));
    return { type: 'TemplateLiteral', ...t.range(raw), quasis: [], expressions };
  }
  if (ts.isTaggedTemplateExpression(raw)) {
    const tagged = {
      type: 'TaggedTemplateExpression',
      ...t.range(raw),
      tag: t.node(raw.tag),
      quasi: t.node(raw.template),
    } as const;
    return t.noted.note(tagged, { args: t.types(raw.typeArguments) });
  }
  return undefined;
};

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

/** Operators. */
const translateOperation: Translation = (raw, t) => {
  const { ts } = t;
  const range = t.range(raw);
  if (ts.isBinaryExpression(raw)) return binary(raw, t);
  if (ts.isConditionalExpression(raw)) {
    return {
      type: 'ConditionalExpression',
      ...range,
      test: t.node(raw.condition),
      consequent: t.node(raw.whenTrue),
      alternate: t.node(raw.whenFalse),
    };
  }
  if (ts.isAwaitExpression(raw)) {
    return { type: 'AwaitExpression', ...range, argument: t.node(raw.expression) };
  }
  if (ts.isPrefixUnaryExpression(raw)) {
    const operator = ts.tokenToString(raw.operator) ?? '';
    // `++x` writes, which is neither a test nor a value.
    if (operator === '++' || operator === '--') return undefined;
    return { type: 'UnaryExpression', ...range, operator, argument: t.node(raw.operand) };
  }
  if (ts.isTypeOfExpression(raw)) return unary('typeof', raw, t);
  if (ts.isVoidExpression(raw)) return unary('void', raw, t);
  return ts.isDeleteExpression(raw) ? unary('delete', raw, t) : undefined;
};

function unary(
  operator: string,
  raw: ts.TypeOfExpression | ts.VoidExpression | ts.DeleteExpression,
  t: Translator,
): Node {
  return { type: 'UnaryExpression', ...t.range(raw), operator, argument: t.node(raw.expression) };
}

function binary(raw: ts.BinaryExpression, t: Translator): Node {
  const { ts } = t;
  const range = t.range(raw);
  const kind = raw.operatorToken.kind;
  const operator = ts.tokenToString(kind) ?? '';
  if (kind === ts.SyntaxKind.CommaToken) {
    return { type: 'SequenceExpression', ...range, expressions: t.nodes(sequence(raw, t)) };
  }
  const right = t.node(raw.right);
  if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) {
    return { type: 'AssignmentExpression', ...range, operator, left: t.pattern(raw.left), right };
  }
  const isLogical = operator === '&&' || operator === '||' || operator === '??';
  const type = isLogical ? 'LogicalExpression' : 'BinaryExpression';
  return { type, ...range, operator, left: t.node(raw.left), right };
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

/** What changes the type and not the value. */
const translateCast: Translation = (raw, t) => {
  const { ts } = t;
  if (
    ts.isAsExpression(raw) ||
    ts.isSatisfiesExpression(raw) ||
    ts.isTypeAssertionExpression(raw)
  ) {
    const expression = t.node(raw.expression);
    return {
      type: 'TSAsExpression',
      ...t.range(raw),
      expression,
      typeAnnotation: t.type(raw.type),
    };
  }
  if (ts.isNonNullExpression(raw) || ts.isExpressionWithTypeArguments(raw)) {
    return { type: 'TSNonNullExpression', ...t.range(raw), expression: t.node(raw.expression) };
  }
  return undefined;
};

export const expressions: readonly Translation[] = [
  translatePrimary,
  translateCompound,
  translateOperation,
  translateCast,
];
