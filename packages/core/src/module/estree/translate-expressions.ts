import type { Node } from '../syntax/nodes.js';
import { childOf, childrenOf, listOf, rangeOf, textOf, type RawNode } from './raw-node.js';
import { functionNode } from './translate-functions.js';
import { propertyKey } from './translate-keys.js';
import type { Translation, Translator } from './translator.js';

const member: Translation = (raw, t) => {
  const property = childOf(raw, 'property');
  const object = t.node(childOf(raw, 'object'));
  const range = rangeOf(raw);
  if (!property) return { kind: 'other', ...range, children: [object], types: [] };
  const propertyRange = rangeOf(property);
  if (raw['computed'] !== true) {
    const name = property.type === 'Identifier' ? textOf(property, 'name') : undefined;
    return { kind: 'member', ...range, object, form: 'member', property: name, propertyRange };
  }
  const computed = t.node(property);
  const key = computed.kind === 'string' ? computed.value : undefined;
  return {
    kind: 'member',
    ...range,
    object,
    form: 'element',
    property: key,
    propertyRange: { start: computed.start, end: computed.end },
    computed: key === undefined ? computed : undefined,
  };
};

const call: Translation = (raw, t) => ({
  kind: 'call',
  ...rangeOf(raw),
  callee: t.node(childOf(raw, 'callee')),
  args: t.nodes(listOf(raw, 'arguments')),
  typeArgs: t.typeArgs(raw),
  isNew: raw.type === 'NewExpression',
});

const literal: Translation = (raw) => {
  const value = raw['value'];
  return typeof value === 'string' && !raw['regex'] && !raw['bigint']
    ? { kind: 'string', ...rangeOf(raw), value }
    : { kind: 'constant', ...rangeOf(raw) };
};

const constant: Translation = (raw) => ({ kind: 'constant', ...rangeOf(raw) });

const template: Translation = (raw, t) => {
  const expressions = listOf(raw, 'expressions');
  const quasis = listOf(raw, 'quasis');
  const cooked = cookedText(quasis[0]);
  if (expressions.length === 0 && quasis.length === 1 && cooked !== undefined) {
    return { kind: 'string', ...rangeOf(raw), value: cooked };
  }
  return { kind: 'other', ...rangeOf(raw), children: t.nodes(expressions), types: [] };
};

/** The text of a template's piece. */
export function cookedText(quasi: RawNode | undefined): string | undefined {
  const value = quasi?.['value'];
  if (typeof value !== 'object' || value === null || !('cooked' in value)) return undefined;
  return typeof value.cooked === 'string' ? value.cooked : undefined;
}

const taggedTemplate: Translation = (raw, t) => ({
  kind: 'other',
  ...rangeOf(raw),
  children: [t.node(childOf(raw, 'tag')), ...t.nodes(listOf(childOf(raw, 'quasi'), 'expressions'))],
  types: t.typeArgs(raw),
});

const object: Translation = (raw, t) => ({
  kind: 'object',
  ...rangeOf(raw),
  properties: t.nodes(listOf(raw, 'properties')),
});

const property: Translation = (raw, t) => ({
  kind: 'property',
  ...rangeOf(raw),
  ...propertyKey(raw, t),
  value: raw.type === 'ObjectMethod' ? functionNode(raw, t) : t.node(childOf(raw, 'value')),
  shorthand: raw['shorthand'] === true,
});

const unary: Translation = (raw, t) => ({
  kind: 'unary',
  ...rangeOf(raw),
  operator: textOf(raw, 'operator') ?? '',
  argument: t.node(childOf(raw, 'argument')),
});

const binary: Translation = (raw, t) => ({
  kind: 'binary',
  ...rangeOf(raw),
  operator: textOf(raw, 'operator') ?? '',
  left: t.node(childOf(raw, 'left')),
  right: t.node(childOf(raw, 'right')),
});

const cast: Translation = (raw, t) => ({
  kind: 'cast',
  ...rangeOf(raw),
  expression: t.node(childOf(raw, 'expression')),
  type: t.type(childOf(raw, 'typeAnnotation')),
});

const spread: Translation = (raw, t) => ({
  kind: 'spread',
  ...rangeOf(raw),
  argument: t.node(childOf(raw, 'argument')),
});

const inner =
  (key: string): Translation =>
  (raw, t) =>
    t.node(childOf(raw, key));

/** A node without a part that could refer to a variable. */
const leaf: Translation = (raw) => ({ kind: 'other', ...rangeOf(raw), children: [], types: [] });

/** What a type is made of; its names are none of variables. */
const typeNode = /^TS(?!\w*(?:Expression|Assertion|Declaration|Block|Member|Function)$)/u;

/** Anything that has no meaning of its own here. */
export function translateOther(raw: RawNode, t: Translator): Node {
  const children = childrenOf(raw).filter((child) => !typeNode.test(child.type));
  return { kind: 'other', ...rangeOf(raw), children: t.nodes(children), types: [] };
}

export const expressions: Readonly<Record<string, Translation>> = {
  Identifier: (raw, t) => t.name(raw),
  ThisExpression: (raw) => ({ kind: 'this', ...rangeOf(raw) }),
  Super: (raw) => ({ kind: 'super', ...rangeOf(raw) }),
  MetaProperty: leaf,
  PrivateIdentifier: leaf,
  PrivateName: leaf,
  Literal: literal,
  StringLiteral: literal,
  NumericLiteral: constant,
  BigIntLiteral: constant,
  BooleanLiteral: constant,
  NullLiteral: constant,
  RegExpLiteral: constant,
  TemplateLiteral: template,
  TaggedTemplateExpression: taggedTemplate,
  MemberExpression: member,
  OptionalMemberExpression: member,
  ChainExpression: inner('expression'),
  ParenthesizedExpression: inner('expression'),
  CallExpression: call,
  OptionalCallExpression: call,
  NewExpression: call,
  ObjectExpression: object,
  Property: property,
  ObjectProperty: property,
  ObjectMethod: property,
  SpreadElement: spread,
  JSXSpreadChild: (raw, t) => ({
    kind: 'spread',
    ...rangeOf(raw),
    argument: t.node(childOf(raw, 'expression')),
  }),
  ArrayExpression: (raw, t) => ({
    kind: 'array',
    ...rangeOf(raw),
    elements: t.nodes(listOf(raw, 'elements')),
  }),
  ConditionalExpression: (raw, t) => ({
    kind: 'conditional',
    ...rangeOf(raw),
    test: t.node(childOf(raw, 'test')),
    then: t.node(childOf(raw, 'consequent')),
    otherwise: t.node(childOf(raw, 'alternate')),
  }),
  LogicalExpression: (raw, t) => ({
    kind: 'logical',
    ...rangeOf(raw),
    operator: textOf(raw, 'operator') ?? '',
    left: t.node(childOf(raw, 'left')),
    right: t.node(childOf(raw, 'right')),
  }),
  BinaryExpression: binary,
  UnaryExpression: unary,
  AwaitExpression: (raw, t) => ({
    kind: 'await',
    ...rangeOf(raw),
    argument: t.node(childOf(raw, 'argument')),
  }),
  AssignmentExpression: (raw, t) => ({
    kind: 'assign',
    ...rangeOf(raw),
    operator: textOf(raw, 'operator') ?? '',
    target: t.pattern(childOf(raw, 'left')),
    value: t.node(childOf(raw, 'right')),
  }),
  SequenceExpression: (raw, t) => ({
    kind: 'sequence',
    ...rangeOf(raw),
    expressions: t.nodes(listOf(raw, 'expressions')),
  }),
  TSAsExpression: cast,
  TSSatisfiesExpression: cast,
  TSTypeAssertion: cast,
  TSNonNullExpression: cast,
  TSInstantiationExpression: cast,
  TypeCastExpression: cast,
};
