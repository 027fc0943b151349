import type ts from 'typescript';
import { isQuoted, keyOf, keyRange } from '../ast/keys.js';
import { memberEnd } from '../types/member-end.js';
import type { TypeMember, TypeNode } from '../types/type-nodes.js';
import { propertyKey } from './translate-keys.js';
import type { Translator } from './translator.js';

/** Translates a type. */
export function translateType(raw: ts.TypeNode, t: Translator): TypeNode {
  return named(raw, t) ?? composed(raw, t) ?? other(raw, t);
}

function named(raw: ts.TypeNode, t: Translator): TypeNode | undefined {
  const { ts } = t;
  const keyword = ts.tokenToString(raw.kind);
  if (keyword !== undefined && typeKeywords.has(keyword)) {
    return { kind: 'keyword', ...t.range(raw), name: keyword };
  }
  if (ts.isTypeReferenceNode(raw)) {
    const path = entityPath(raw.typeName, t);
    return { kind: 'reference', ...t.range(raw), path, args: t.types(raw.typeArguments) };
  }
  if (ts.isExpressionWithTypeArguments(raw)) {
    const path = entityPath(raw.expression, t);
    return { kind: 'reference', ...t.range(raw), path, args: t.types(raw.typeArguments) };
  }
  if (ts.isImportTypeNode(raw) && !raw.isTypeOf) {
    const argument = raw.argument;
    const isText = ts.isLiteralTypeNode(argument) && ts.isStringLiteralLike(argument.literal);
    return {
      kind: 'reference',
      ...t.range(raw),
      path: raw.qualifier ? entityPath(raw.qualifier, t) : [],
      source: isText ? argument.literal.text : '',
      args: t.types(raw.typeArguments),
    };
  }
  if (ts.isLiteralTypeNode(raw)) {
    const { literal } = raw;
    if (literal.kind === ts.SyntaxKind.NullKeyword) {
      return { kind: 'keyword', ...t.range(raw), name: 'null' };
    }
    const value = ts.isStringLiteralLike(literal) ? literal.text : undefined;
    return { kind: 'literal', ...t.range(raw), value };
  }
  if (ts.isTemplateLiteralTypeNode(raw)) return { kind: 'literal', ...t.range(raw) };
  return undefined;
}

function composed(raw: ts.TypeNode, t: Translator): TypeNode | undefined {
  const { ts } = t;
  if (ts.isParenthesizedTypeNode(raw)) return t.type(raw.type);
  if (ts.isTypeLiteralNode(raw)) {
    return { kind: 'object', ...t.range(raw), members: t.typeMembers(raw.members) };
  }
  if (ts.isUnionTypeNode(raw)) return { kind: 'union', ...t.range(raw), types: t.types(raw.types) };
  if (ts.isIntersectionTypeNode(raw)) {
    return { kind: 'intersection', ...t.range(raw), types: t.types(raw.types) };
  }
  if (ts.isArrayTypeNode(raw)) {
    const element = t.type(raw.elementType);
    return element && { kind: 'array', ...t.range(raw), element };
  }
  if (ts.isTypeOperatorNode(raw) && raw.operator === ts.SyntaxKind.ReadonlyKeyword) {
    const list = t.type(raw.type);
    return list && { ...list, ...t.range(raw) };
  }
  if (ts.isTupleTypeNode(raw)) {
    return { kind: 'tuple', ...t.range(raw), elements: t.types(raw.elements) };
  }
  if (ts.isFunctionTypeNode(raw) || ts.isConstructorTypeNode(raw)) {
    const params = raw.parameters.filter(
      ({ name }) => !(ts.isIdentifier(name) && name.text === 'this'),
    );
    return {
      kind: 'function',
      ...t.range(raw),
      params: params.map(({ type }) => t.type(type)),
      result: t.type(raw.type),
    };
  }
  if (ts.isMappedTypeNode(raw)) {
    const keys = raw.nameType ? undefined : t.type(raw.typeParameter.constraint);
    return { kind: 'mapped', ...t.range(raw), keys, value: t.type(raw.type) };
  }
  return undefined;
}

function other(raw: ts.TypeNode, t: Translator): TypeNode {
  const children: TypeNode[] = [];
  t.ts.forEachChild(raw, (child) => {
    const type = t.ts.isTypeNode(child) ? t.type(child) : undefined;
    if (type) children.push(type);
  });
  return { kind: 'other', ...t.range(raw), children };
}

function entityPath(raw: ts.EntityName | ts.Expression, t: Translator): readonly string[] {
  const { ts } = t;
  if (ts.isQualifiedName(raw)) return [...entityPath(raw.left, t), raw.right.text];
  if (ts.isPropertyAccessExpression(raw)) return [...entityPath(raw.expression, t), raw.name.text];
  return [ts.isIdentifier(raw) ? raw.text : ''];
}

/** Translates the members of a type literal or an interface. */
export function translateTypeMember(raw: ts.TypeElement, t: Translator): TypeMember {
  const { ts } = t;
  const { start, end } = t.range(raw);
  const range = { start, end: memberEnd(t.text, start, end) };
  const optional = raw.questionToken !== undefined;
  const isProperty = ts.isPropertySignature(raw);
  if (isProperty || ts.isMethodSignature(raw)) {
    const keyed = propertyKey(raw.name, t);
    return {
      kind: isProperty ? 'property' : 'method',
      ...range,
      key: keyOf(keyed),
      keyRange: keyRange(keyed, t.text),
      quoted: isQuoted(keyed),
      optional,
      type: t.type(raw.type),
    };
  }
  const type = ts.isFunctionLike(raw) ? t.type(raw.type) : undefined;
  return { kind: 'other', ...range, quoted: false, optional, type };
}

/** The keywords that are types. */
const typeKeywords: ReadonlySet<string> = new Set([
  'any',
  'unknown',
  'number',
  'bigint',
  'object',
  'boolean',
  'string',
  'symbol',
  'void',
  'undefined',
  'never',
  'intrinsic',
]);
