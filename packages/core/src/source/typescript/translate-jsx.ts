import type ts from 'typescript';
import type { JsxOpening, Node } from '../ast/nodes.js';
import { typeArguments } from './translate-types.js';
import type { Translations, Translator } from './translator.js';

export const jsx: Translations = {
  JsxElement: (raw, t) => ({
    type: 'JSXElement',
    openingElement: opening(raw.openingElement, t),
    children: children(raw.children, t),
  }),
  JsxSelfClosingElement: (raw, t) => ({
    type: 'JSXElement',
    openingElement: opening(raw, t),
    children: [],
  }),
  JsxFragment: (raw, t) => ({ type: 'JSXFragment', children: children(raw.children, t) }),
  JsxExpression(raw, t) {
    if (!raw.expression) return { type: 'Other', children: [] };
    const expression = t.node(raw.expression);
    return raw.dotDotDotToken
      ? { type: 'JSXSpreadChild', expression }
      : { type: 'JSXExpressionContainer', expression };
  },
};

function opening(raw: ts.JsxOpeningLikeElement, t: Translator): JsxOpening {
  return {
    type: 'JSXOpeningElement',
    ...t.range(raw),
    name: tag(raw.tagName, t),
    attributes: raw.attributes.properties.map((attribute) => jsxAttribute(attribute, t)),
    typeArguments: typeArguments(raw, t),
  };
}

function tag(raw: ts.Node, t: Translator): Node {
  const { ts } = t;
  const range = t.range(raw);
  if (ts.isIdentifier(raw)) return { type: 'JSXIdentifier', ...range, name: raw.text };
  if (ts.isPropertyAccessExpression(raw)) {
    const object = tag(raw.expression, t);
    return { type: 'JSXMemberExpression', ...range, object, property: tag(raw.name, t) };
  }
  return raw.kind === ts.SyntaxKind.ThisKeyword
    ? { type: 'JSXIdentifier', ...range, name: 'this' }
    : { type: 'Other', ...range, children: [] };
}

function jsxAttribute(raw: ts.JsxAttributeLike, t: Translator): Node {
  const { ts } = t;
  const range = t.range(raw);
  if (ts.isJsxSpreadAttribute(raw)) {
    return { type: 'JSXSpreadAttribute', ...range, argument: t.node(raw.expression) };
  }
  const name = tag(raw.name, t);
  return { type: 'JSXAttribute', ...range, name, value: t.optional(raw.initializer) };
}

function children(raws: readonly ts.JsxChild[], t: Translator): readonly Node[] {
  return raws.filter((raw) => !t.ts.isJsxText(raw)).map((raw) => t.node(raw));
}
