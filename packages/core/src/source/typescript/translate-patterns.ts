import type ts from 'typescript';
import type { Node, ObjectPattern, Property, Rest } from '../ast/nodes.js';
import { propertyKey } from './translate-keys.js';
import type { Translations, Translator } from './translator.js';

/** What can stand in the place of a name. */
export const patterns: Translations = {
  ParenthesizedExpression: (raw, t) => t.pattern(raw.expression),
  ObjectBindingPattern: objectBinding,
  ObjectLiteralExpression: objectAssignment,
  ArrayBindingPattern: (raw, t) => ({
    type: 'ArrayPattern',
    elements: raw.elements.flatMap((each) => (t.ts.isBindingElement(each) ? bound(each, t) : [])),
  }),
  ArrayLiteralExpression: (raw, t) => ({
    type: 'ArrayPattern',
    elements: raw.elements.flatMap((each) =>
      t.ts.isOmittedExpression(each) ? [] : assigned(each, t),
    ),
  }),
};

/** What an element of a binding pattern is bound to, with its default value. */
function bound(raw: ts.BindingElement, t: Translator): Node {
  const target = t.pattern(raw.name);
  if (raw.dotDotDotToken) return { type: 'RestElement', ...t.range(raw), argument: target };
  if (!raw.initializer) return target;
  const { start } = t.range(raw.name);
  const right = t.node(raw.initializer);
  return { type: 'AssignmentPattern', start, end: raw.end, left: target, right };
}

function objectBinding(raw: ts.ObjectBindingPattern, t: Translator): ObjectPattern {
  const properties = raw.elements.map((element): Property | Rest => {
    const range = t.range(element);
    if (element.dotDotDotToken) {
      return { type: 'RestElement', ...range, argument: t.pattern(element.name) };
    }
    const key = element.propertyName
      ? propertyKey(element.propertyName, t)
      : { key: t.node(element.name) };
    const shorthand = element.propertyName === undefined;
    return { type: 'Property', ...range, ...key, value: bound(element, t), shorthand };
  });
  return { type: 'ObjectPattern', properties };
}

/** `({ team } = props)`: TypeScript has no pattern here, only an object. */
function objectAssignment(raw: ts.ObjectLiteralExpression, t: Translator): ObjectPattern {
  const { ts } = t;
  const properties = raw.properties.flatMap((element): (Property | Rest)[] => {
    const range = t.range(element);
    if (ts.isSpreadAssignment(element)) {
      return [{ type: 'RestElement', ...range, argument: t.pattern(element.expression) }];
    }
    if (ts.isShorthandPropertyAssignment(element)) {
      const left = t.name(element.name);
      const initial = element.objectAssignmentInitializer;
      const value: Node = initial
        ? { type: 'AssignmentPattern', ...range, left, right: t.node(initial) }
        : left;
      const key = propertyKey(element.name, t);
      return [{ type: 'Property', ...range, ...key, value, shorthand: true }];
    }
    if (!ts.isPropertyAssignment(element)) return [];
    const key = propertyKey(element.name, t);
    return [{ type: 'Property', ...range, ...key, value: assigned(element.initializer, t) }];
  });
  return { type: 'ObjectPattern', properties };
}

/** What an element of an object or array is assigned to, with its default value. */
function assigned(raw: ts.Expression, t: Translator): Node {
  const { ts } = t;
  const range = t.range(raw);
  if (ts.isSpreadElement(raw)) {
    return { type: 'RestElement', ...range, argument: t.pattern(raw.expression) };
  }
  const isDefault =
    ts.isBinaryExpression(raw) && raw.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!isDefault) return t.pattern(raw);
  const right = t.node(raw.right);
  return { type: 'AssignmentPattern', ...range, left: t.pattern(raw.left), right };
}
