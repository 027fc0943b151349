import type ts from 'typescript';
import type { JsxOpening, Node } from '../ast/nodes.js';
import type { Translation, Translator } from './translator.js';

export const translateJsx: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isJsxElement(raw)) return element(raw, raw.openingElement, raw.children, t);
  if (ts.isJsxSelfClosingElement(raw)) return element(raw, raw, [], t);
  if (ts.isJsxExpression(raw)) return container(raw, t);
  if (!ts.isJsxFragment(raw)) return undefined;
  return { type: 'JSXFragment', ...t.range(raw), children: children(raw.children, t) };
};

function element(
  raw: ts.Node,
  opening: ts.JsxOpeningLikeElement,
  content: readonly ts.JsxChild[],
  t: Translator,
): Node {
  const openingElement: JsxOpening = {
    type: 'JSXOpeningElement',
    ...t.range(opening),
    name: tag(opening.tagName, t),
    attributes: opening.attributes.properties.map((attribute) => jsxAttribute(attribute, t)),
  };
  t.noted.note(openingElement, { args: t.types(opening.typeArguments) });
  return { type: 'JSXElement', ...t.range(raw), openingElement, children: children(content, t) };
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

function container(raw: ts.JsxExpression, t: Translator): Node {
  const range = t.range(raw);
  if (!raw.expression) return { type: 'Other', ...range, children: [] };
  const shared = { ...range, expression: t.node(raw.expression) };
  return raw.dotDotDotToken
    ? { type: 'JSXSpreadChild', ...shared }
    : { type: 'JSXExpressionContainer', ...shared };
}
