import type { TypeMember, TypeNode, TypeParameter } from '../syntax/types.js';
import { memberEnd } from '../syntax/member-end.js';
import { childOf, childrenOf, listOf, rangeOf, textOf, type RawNode } from './raw-node.js';
import { cookedText } from './translate-expressions.js';
import { propertyKey } from './translate-keys.js';
import type { Translator } from './translator.js';

type TypeTranslation = (raw: RawNode, t: Translator) => TypeNode | undefined;

/** Translates a type, or the annotation around one. */
export function translateType(raw: RawNode, t: Translator): TypeNode | undefined {
  const translation = types[raw.type];
  if (translation) return translation(raw, t);
  const keyword = /^TS(?<name>\w+)Keyword$/u.exec(raw.type)?.groups?.['name'];
  if (keyword !== undefined) {
    return { kind: 'keyword', ...rangeOf(raw), name: keyword.toLowerCase() };
  }
  return other(raw, t);
}

function other(raw: RawNode, t: Translator): TypeNode {
  return {
    kind: 'other',
    ...rangeOf(raw),
    children: childrenOf(raw)
      .filter((child) => child.type.startsWith('TS'))
      .map((child) => t.type(child))
      .filter((type) => type !== undefined),
  };
}

function typeList(raws: readonly RawNode[], t: Translator): readonly TypeNode[] {
  return raws.map((raw) => t.type(raw)).filter((type) => type !== undefined);
}

/** A name with dots: `TSQualifiedName`, or what heritage clauses have. */
function entityPath(raw: RawNode | undefined): readonly string[] {
  if (!raw) return [];
  if (raw.type === 'TSQualifiedName') {
    return [...entityPath(childOf(raw, 'left')), ...entityPath(childOf(raw, 'right'))];
  }
  if (raw.type === 'MemberExpression') {
    return [...entityPath(childOf(raw, 'object')), ...entityPath(childOf(raw, 'property'))];
  }
  return [textOf(raw, 'name') ?? ''];
}

const reference =
  (key: string): TypeTranslation =>
  (raw, t) => ({
    kind: 'reference',
    ...rangeOf(raw),
    path: entityPath(childOf(raw, key)),
    args: t.typeArgs(raw),
  });

const importType: TypeTranslation = (raw, t) => {
  const argument = childOf(raw, 'source') ?? childOf(raw, 'argument');
  const literal = argument?.type === 'TSLiteralType' ? childOf(argument, 'literal') : argument;
  return {
    kind: 'reference',
    ...rangeOf(raw),
    path: entityPath(childOf(raw, 'qualifier')),
    source: textOf(literal, 'value') ?? '',
    args: t.typeArgs(raw),
  };
};

const literalType: TypeTranslation = (raw, t) => {
  const literal = childOf(raw, 'literal');
  if (literal?.type === 'TemplateLiteral') return template(literal, t);
  const isNull = literal?.type === 'NullLiteral' || literal?.['raw'] === 'null';
  if (isNull) return { kind: 'keyword', ...rangeOf(raw), name: 'null' };
  const value = literal?.type === 'UnaryExpression' ? undefined : textOf(literal, 'value');
  return { kind: 'literal', ...rangeOf(raw), value };
};

const template: TypeTranslation = (raw) => {
  const quasis = listOf(raw, 'quasis');
  const types = [...listOf(raw, 'types'), ...listOf(raw, 'expressions')];
  const value = types.length > 0 ? undefined : cookedText(quasis[0]);
  return { kind: 'literal', ...rangeOf(raw), value };
};

const functionType: TypeTranslation = (raw, t) => ({
  kind: 'function',
  ...rangeOf(raw),
  params: [...listOf(raw, 'params'), ...listOf(raw, 'parameters')]
    .filter((param) => textOf(param, 'name') !== 'this')
    .map((param) => t.type(childOf(param, 'typeAnnotation'))),
  result: t.type(childOf(raw, 'returnType') ?? childOf(raw, 'typeAnnotation')),
});

const objectType =
  (key: string): TypeTranslation =>
  (raw, t) => ({
    kind: 'object',
    ...rangeOf(raw),
    members: listOf(raw, key).map((member) => typeMember(member, t)),
  });

function typeMember(raw: RawNode, t: Translator): TypeMember {
  const { start, end } = rangeOf(raw);
  const range = { start, end: memberEnd(t.text, start, end) };
  const optional = raw['optional'] === true;
  const type = t.type(childOf(raw, 'typeAnnotation') ?? childOf(raw, 'returnType'));
  const isAccessor = raw['kind'] === 'get' || raw['kind'] === 'set';
  const isNamed = raw.type === 'TSPropertySignature' || raw.type === 'TSMethodSignature';
  if (!isNamed || isAccessor) return { kind: 'other', ...range, quoted: false, optional, type };
  const { key, keyRange, quoted } = propertyKey(raw, t);
  const kind = raw.type === 'TSPropertySignature' ? 'property' : 'method';
  return { kind, ...range, key, keyRange, quoted, optional, type };
}

const mapped: TypeTranslation = (raw, t) => {
  // Babel 7 keeps the keys in `typeParameter`, of which typescript-eslint warns whoever reads it.
  const holder = 'constraint' in raw ? raw : childOf(raw, 'typeParameter');
  const keys = holder && childOf(holder, 'constraint');
  return {
    kind: 'mapped',
    ...rangeOf(raw),
    keys: childOf(raw, 'nameType') ? undefined : t.type(keys),
    value: t.type(childOf(raw, 'typeAnnotation')),
  };
};

const inner: TypeTranslation = (raw, t) => t.type(childOf(raw, 'typeAnnotation'));

const types: Readonly<Record<string, TypeTranslation>> = {
  TSTypeAnnotation: inner,
  TSParenthesizedType: inner,
  TSTypeReference: reference('typeName'),
  TSInterfaceHeritage: reference('expression'),
  TSExpressionWithTypeArguments: reference('expression'),
  TSClassImplements: reference('expression'),
  TSImportType: importType,
  TSLiteralType: literalType,
  TSTemplateLiteralType: template,
  TSTypeLiteral: objectType('members'),
  TSInterfaceBody: objectType('body'),
  TSUnionType: (raw, t) => ({
    kind: 'union',
    ...rangeOf(raw),
    types: typeList(listOf(raw, 'types'), t),
  }),
  TSIntersectionType: (raw, t) => ({
    kind: 'intersection',
    ...rangeOf(raw),
    types: typeList(listOf(raw, 'types'), t),
  }),
  TSArrayType: (raw, t) => {
    const element = t.type(childOf(raw, 'elementType'));
    return element ? { kind: 'array', ...rangeOf(raw), element } : other(raw, t);
  },
  TSTupleType: (raw, t) => ({
    kind: 'tuple',
    ...rangeOf(raw),
    elements: typeList(listOf(raw, 'elementTypes'), t),
  }),
  TSFunctionType: functionType,
  TSConstructorType: functionType,
  TSMappedType: mapped,
};

/** Translates the type parameters of a declaration. */
export function translateTypeParams(raw: RawNode, t: Translator): readonly TypeParameter[] {
  return listOf(childOf(raw, 'typeParameters'), 'params').map((parameter) => ({
    name: textOf(parameter, 'name') ?? textOf(childOf(parameter, 'name'), 'name') ?? '',
    constraint: t.type(childOf(parameter, 'constraint')),
    default: t.type(childOf(parameter, 'default')),
  }));
}

/** Translates type arguments; Babel 7 calls them parameters. */
export function translateTypeArgs(raw: RawNode, t: Translator): readonly TypeNode[] {
  const args = childOf(raw, 'typeArguments') ?? childOf(raw, 'typeParameters');
  return typeList(listOf(args, 'params'), t);
}
