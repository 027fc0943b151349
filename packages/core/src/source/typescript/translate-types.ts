import type ts from 'typescript';
import type { RawNode } from '../ast/raw-node.js';
import { propertyKey } from './translate-keys.js';
import type { Translation, Translations, Translator } from './translator.js';

const keywords = Object.fromEntries(
  [
    'Any',
    'Unknown',
    'Number',
    'BigInt',
    'Object',
    'Boolean',
    'String',
    'Symbol',
    'Void',
    'Undefined',
    'Never',
    'Intrinsic',
  ].map((name) => [`${name}Keyword`, () => ({ type: `TS${name}Keyword` })]),
);

const functionType: Translation<RawNode, ts.FunctionOrConstructorTypeNode> = (raw, t) => ({
  type: 'TSFunctionType',
  params: raw.parameters.map(({ name, type }) => ({
    ...t.pattern(name),
    typeAnnotation: t.type(type),
  })),
  returnType: t.type(raw.type),
});

/** The types that mean something here, in the words of typescript-eslint. */
export const types: Translations<RawNode> = {
  ...keywords,
  ParenthesizedType: (raw, t) => t.type(raw.type),
  TypeReference: (raw, t) => ({
    type: 'TSTypeReference',
    typeName: entityName(raw.typeName),
    typeArguments: typeArguments(raw, t),
  }),
  ExpressionWithTypeArguments: (raw, t) => ({
    type: 'TSInterfaceHeritage',
    expression: t.node(raw.expression),
    typeArguments: typeArguments(raw, t),
  }),
  ImportType(raw, t) {
    if (raw.isTypeOf) return undefined;
    return {
      type: 'TSImportType',
      argument: t.type(raw.argument),
      qualifier: raw.qualifier && entityName(raw.qualifier),
      typeArguments: typeArguments(raw, t),
    };
  },
  LiteralType: ({ literal }, t) =>
    literal.kind === t.ts.SyntaxKind.NullKeyword
      ? { type: 'TSNullKeyword' }
      : { type: 'TSLiteralType', literal: t.node(literal) },
  TemplateLiteralType: () => ({ type: 'TSTemplateLiteralType' }),
  TypeLiteral: (raw, t) => ({ type: 'TSTypeLiteral', members: typeMembers(raw, t) }),
  UnionType: (raw, t) => ({ type: 'TSUnionType', types: t.types(raw.types) }),
  IntersectionType: (raw, t) => ({ type: 'TSIntersectionType', types: t.types(raw.types) }),
  ArrayType: (raw, t) => ({ type: 'TSArrayType', elementType: t.type(raw.elementType) }),
  TupleType: (raw, t) => ({ type: 'TSTupleType', elementTypes: t.types(raw.elements) }),
  TypeOperator: (raw, t) => ({
    type: 'TSTypeOperator',
    operator: t.ts.tokenToString(raw.operator),
    typeAnnotation: t.type(raw.type),
  }),
  FunctionType: functionType,
  ConstructorType: functionType,
  MappedType: (raw, t) => ({
    type: 'TSMappedType',
    constraint: t.type(raw.typeParameter.constraint),
    nameType: t.type(raw.nameType),
    typeAnnotation: t.type(raw.type),
  }),
};

function entityName(raw: ts.EntityName): RawNode {
  return 'left' in raw
    ? { type: 'TSQualifiedName', left: entityName(raw.left), right: entityName(raw.right) }
    : { type: 'Identifier', name: raw.text };
}

/** The members of a type literal or an interface. */
export function typeMembers(
  { members }: ts.TypeLiteralNode | ts.InterfaceDeclaration,
  t: Translator,
): readonly RawNode[] {
  return members.map((member) => typeMember(member, t));
}

function typeMember(raw: ts.TypeElement, t: Translator): RawNode {
  const { ts } = t;
  const isProperty = ts.isPropertySignature(raw);
  const member = {
    ...t.range(raw),
    optional: raw.questionToken !== undefined,
    typeAnnotation: isProperty || ts.isFunctionLike(raw) ? t.type(raw.type) : undefined,
  };
  if (!isProperty && !ts.isMethodSignature(raw)) return { type: 'TSOther', ...member };
  const type = isProperty ? 'TSPropertySignature' : 'TSMethodSignature';
  return { type, ...member, ...propertyKey(raw.name, t) };
}

/** The types that a call, an element or a type is given. */
export function typeArguments(
  { typeArguments: raws }: { readonly typeArguments?: readonly ts.TypeNode[] | undefined },
  t: Translator,
): RawNode | undefined {
  return raws && { type: 'TSTypeParameterInstantiation', params: t.types(raws) };
}

/** The type parameters of a function, a class, an alias or an interface. */
export function typeParameters(
  { typeParameters: raws }: ts.DeclarationWithTypeParameterChildren,
  t: Translator,
): RawNode | undefined {
  return (
    raws && {
      type: 'TSTypeParameterDeclaration',
      params: raws.map(({ name, constraint, default: fallback }) => ({
        type: 'TSTypeParameter',
        name: name.text,
        constraint: t.type(constraint),
        default: t.type(fallback),
      })),
    }
  );
}
