import type { Node } from '../syntax/nodes.js';
import { isHtmlTag } from '../syntax/html-tag.js';
import { childOf, listOf, rangeOf, textOf, type RawNode } from './raw-node.js';
import type { Translation, Translator } from './translator.js';

const element: Translation = (raw, t) => {
  const opening = childOf(raw, 'openingElement');
  const name = opening && childOf(opening, 'name');
  return {
    kind: 'jsx',
    ...rangeOf(raw),
    tag: name && tag(name, t),
    typeArgs: opening ? t.typeArgs(opening) : [],
    attributes: t.nodes(listOf(opening, 'attributes')),
    children: children(raw, t),
  };
};

const fragment: Translation = (raw, t) => ({
  kind: 'jsx',
  ...rangeOf(raw),
  typeArgs: [],
  attributes: [],
  children: children(raw, t),
});

function children(raw: RawNode, t: Translator): readonly Node[] {
  return listOf(raw, 'children')
    .map((child) => content(child))
    .filter((child) => child !== undefined)
    .map((child) => t.node(child));
}

/** What a child or an attribute's value holds; nothing for text and for empty braces. */
function content(raw: RawNode): RawNode | undefined {
  if (raw.type === 'JSXText') return undefined;
  if (raw.type !== 'JSXExpressionContainer') return raw;
  const expression = childOf(raw, 'expression');
  return expression?.type === 'JSXEmptyExpression' ? undefined : expression;
}

function tag(raw: RawNode, t: Translator): Node | undefined {
  if (raw.type === 'JSXIdentifier') {
    const name = textOf(raw, 'name') ?? '';
    if (name === 'this') return { kind: 'this', ...rangeOf(raw) };
    return isHtmlTag(name) ? undefined : { kind: 'name', ...rangeOf(raw), name };
  }
  if (raw.type === 'JSXMemberExpression') return memberTag(raw, t);
  return undefined;
}

function memberTag(raw: RawNode, t: Translator): Node {
  const property = childOf(raw, 'property');
  const object = childOf(raw, 'object');
  return {
    kind: 'member',
    ...rangeOf(raw),
    object: object ? objectTag(object, t) : t.node(undefined),
    form: 'member',
    property: textOf(property, 'name'),
    propertyRange: property ? rangeOf(property) : rangeOf(raw),
  };
}

/** Before a dot even a small letter begins a variable. */
function objectTag(raw: RawNode, t: Translator): Node {
  if (raw.type === 'JSXMemberExpression') return memberTag(raw, t);
  const name = textOf(raw, 'name') ?? '';
  if (name === 'this') return { kind: 'this', ...rangeOf(raw) };
  return { kind: 'name', ...rangeOf(raw), name };
}

export const jsx: Readonly<Record<string, Translation>> = {
  JSXElement: element,
  JSXFragment: fragment,
  JSXAttribute: (raw, t) => {
    const value = childOf(raw, 'value');
    const held = value && content(value);
    const isText = value?.type === 'Literal' || value?.type === 'StringLiteral';
    return {
      kind: 'jsxAttribute',
      ...rangeOf(raw),
      name: textOf(childOf(raw, 'name'), 'name') ?? '',
      value: isText ? undefined : t.optional(held),
    };
  },
  JSXSpreadAttribute: (raw, t) => ({
    kind: 'spread',
    ...rangeOf(raw),
    argument: t.node(childOf(raw, 'argument')),
  }),
};
