import type ts from 'typescript';
import type { Node } from '../syntax/nodes.js';
import { propertyKey } from './translate-keys.js';
import { functionNode } from './translate-functions.js';
import type { Translation, Translator } from './translator.js';

/** Names, literals, and the ways to reach a member. */
const translatePrimary: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isIdentifier(raw)) return t.name(raw);
  if (ts.isStringLiteralLike(raw)) return { kind: 'string', ...t.range(raw), value: raw.text };
  if (ts.isParenthesizedExpression(raw)) return t.node(raw.expression);
  if (ts.isPropertyAccessExpression(raw)) {
    return {
      kind: 'member',
      ...t.range(raw),
      object: t.node(raw.expression),
      form: 'member',
      property: ts.isIdentifier(raw.name) ? raw.name.text : undefined,
      propertyRange: t.range(raw.name),
    };
  }
  if (ts.isElementAccessExpression(raw)) return elementAccess(raw, t);
  switch (raw.kind) {
    case ts.SyntaxKind.ThisKeyword:
      return { kind: 'this', ...t.range(raw) };
    case ts.SyntaxKind.NumericLiteral:
    case ts.SyntaxKind.BigIntLiteral:
    case ts.SyntaxKind.RegularExpressionLiteral:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NullKeyword:
      return { kind: 'constant', ...t.range(raw) };
    case ts.SyntaxKind.SuperKeyword:
      return { kind: 'super', ...t.range(raw) };
    case ts.SyntaxKind.ImportKeyword:
    case ts.SyntaxKind.MetaProperty:
    case ts.SyntaxKind.PrivateIdentifier:
      return { kind: 'other', ...t.range(raw), children: [], types: [] };
    default:
      return undefined;
  }
};

function elementAccess(raw: ts.ElementAccessExpression, t: Translator): Node {
  const computed = t.node(raw.argumentExpression);
  const key = computed.kind === 'string' ? computed.value : undefined;
  return {
    kind: 'member',
    ...t.range(raw),
    object: t.node(raw.expression),
    form: 'element',
    property: key,
    propertyRange: { start: computed.start, end: computed.end },
    computed: key === undefined ? computed : undefined,
  };
}

/** Calls, literals with parts, and what the parts are. */
const translateCompound: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isCallExpression(raw) || ts.isNewExpression(raw)) {
    return {
      kind: 'call',
      ...t.range(raw),
      callee: t.node(raw.expression),
      args: t.nodes(raw.arguments),
      typeArgs: t.types(raw.typeArguments),
      isNew: ts.isNewExpression(raw),
    };
  }
  if (ts.isObjectLiteralExpression(raw)) {
    return {
      kind: 'object',
      ...t.range(raw),
      properties: raw.properties.map((p) => property(p, t)),
    };
  }
  if (ts.isArrayLiteralExpression(raw)) {
    const elements = raw.elements.filter((element) => !ts.isOmittedExpression(element));
    return { kind: 'array', ...t.range(raw), elements: t.nodes(elements) };
  }
  if (ts.isSpreadElement(raw)) {
    return { kind: 'spread', ...t.range(raw), argument: t.node(raw.expression) };
  }
  if (ts.isTemplateExpression(raw)) {
    const children = raw.templateSpans.map((span) => t.node(span.expression));
    return { kind: 'other', ...t.range(raw), children, types: [] };
  }
  if (ts.isTaggedTemplateExpression(raw)) {
    const parts = ts.isTemplateExpression(raw.template)
      ? raw.template.templateSpans.map((span) => t.node(span.expression))
      : [];
    const children = [t.node(raw.tag), ...parts];
    return { kind: 'other', ...t.range(raw), children, types: t.types(raw.typeArguments) };
  }
  return undefined;
};

function property(raw: ts.ObjectLiteralElementLike, t: Translator): Node {
  const { ts } = t;
  if (ts.isSpreadAssignment(raw)) {
    return { kind: 'spread', ...t.range(raw), argument: t.node(raw.expression) };
  }
  const { key, computed } = propertyKey(raw.name, t);
  const base = { kind: 'property', ...t.range(raw), key, computed } as const;
  if (ts.isShorthandPropertyAssignment(raw)) {
    return { ...base, value: t.node(raw.name), shorthand: true };
  }
  if (ts.isPropertyAssignment(raw)) {
    return { ...base, value: t.node(raw.initializer), shorthand: false };
  }
  return { ...base, value: functionNode(raw, t), shorthand: false };
}

/** Operators. */
const translateOperation: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isBinaryExpression(raw)) return binary(raw, t);
  if (ts.isConditionalExpression(raw)) {
    return {
      kind: 'conditional',
      ...t.range(raw),
      test: t.node(raw.condition),
      then: t.node(raw.whenTrue),
      otherwise: t.node(raw.whenFalse),
    };
  }
  if (ts.isAwaitExpression(raw)) {
    return { kind: 'await', ...t.range(raw), argument: t.node(raw.expression) };
  }
  if (ts.isPrefixUnaryExpression(raw)) {
    const operator = ts.tokenToString(raw.operator) ?? '';
    // `++x` writes, which is neither a test nor a value.
    if (operator === '++' || operator === '--') return undefined;
    return { kind: 'unary', ...t.range(raw), operator, argument: t.node(raw.operand) };
  }
  const word = ts.isTypeOfExpression(raw)
    ? 'typeof'
    : ts.isVoidExpression(raw)
      ? 'void'
      : ts.isDeleteExpression(raw)
        ? 'delete'
        : undefined;
  if (word === undefined) return undefined;
  const { expression } = raw as ts.TypeOfExpression | ts.VoidExpression | ts.DeleteExpression;
  return { kind: 'unary', ...t.range(raw), operator: word, argument: t.node(expression) };
};

function binary(raw: ts.BinaryExpression, t: Translator): Node {
  const { ts } = t;
  const range = t.range(raw);
  const kind = raw.operatorToken.kind;
  const operator = ts.tokenToString(kind) ?? '';
  if (kind === ts.SyntaxKind.CommaToken) {
    return { kind: 'sequence', ...range, expressions: t.nodes([raw.left, raw.right]) };
  }
  if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) {
    const value = t.node(raw.right);
    return { kind: 'assign', ...range, operator, target: t.pattern(raw.left), value };
  }
  const sides = { operator, left: t.node(raw.left), right: t.node(raw.right) };
  const isLogical = operator === '&&' || operator === '||' || operator === '??';
  return { kind: isLogical ? 'logical' : 'binary', ...range, ...sides };
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
    return { kind: 'cast', ...t.range(raw), expression, type: t.type(raw.type) };
  }
  if (ts.isNonNullExpression(raw) || ts.isExpressionWithTypeArguments(raw)) {
    return { kind: 'cast', ...t.range(raw), expression: t.node(raw.expression) };
  }
  return undefined;
};

export const expressions: readonly Translation[] = [
  translatePrimary,
  translateCompound,
  translateOperation,
  translateCast,
];
