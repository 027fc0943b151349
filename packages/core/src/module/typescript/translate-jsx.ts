import type ts from 'typescript';
import { isHtmlTag } from '../syntax/html-tag.js';
import type { Node } from '../syntax/nodes.js';
import type { Translation, Translator } from './translator.js';

export const translateJsx: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isJsxElement(raw)) return element(raw, raw.openingElement, raw.children, t);
  if (ts.isJsxSelfClosingElement(raw)) return element(raw, raw, [], t);
  if (ts.isJsxFragment(raw)) {
    return {
      kind: 'jsx',
      ...t.range(raw),
      typeArgs: [],
      attributes: [],
      children: children(raw.children, t),
    };
  }
  return undefined;
};

function element(
  raw: ts.Node,
  opening: ts.JsxOpeningLikeElement,
  content: readonly ts.JsxChild[],
  t: Translator,
): Node {
  return {
    kind: 'jsx',
    ...t.range(raw),
    tag: tag(opening.tagName, t),
    typeArgs: t.types(opening.typeArguments),
    attributes: opening.attributes.properties.map((attribute) => jsxAttribute(attribute, t)),
    children: children(content, t),
  };
}

function tag(raw: ts.JsxTagNameExpression, t: Translator): Node | undefined {
  const { ts } = t;
  if (ts.isIdentifier(raw)) return isHtmlTag(raw.text) ? undefined : t.name(raw);
  return ts.isJsxNamespacedName(raw) ? undefined : t.node(raw);
}

function jsxAttribute(raw: ts.JsxAttributeLike, t: Translator): Node {
  const { ts } = t;
  if (ts.isJsxSpreadAttribute(raw)) {
    return { kind: 'spread', ...t.range(raw), argument: t.node(raw.expression) };
  }
  const value = raw.initializer;
  const held = value && ts.isJsxExpression(value) ? value.expression : value;
  const isText = value !== undefined && ts.isStringLiteral(value);
  return {
    kind: 'jsxAttribute',
    ...t.range(raw),
    name: ts.isIdentifier(raw.name) ? raw.name.text : '',
    value: isText ? undefined : t.optional(held),
  };
}

function children(raws: readonly ts.JsxChild[], t: Translator): readonly Node[] {
  const { ts } = t;
  return raws.flatMap((raw): Node[] => {
    if (ts.isJsxText(raw)) return [];
    if (!ts.isJsxExpression(raw)) return [t.node(raw)];
    if (!raw.expression) return [];
    const argument = t.node(raw.expression);
    return raw.dotDotDotToken ? [{ kind: 'spread', ...t.range(raw), argument }] : [argument];
  });
}
