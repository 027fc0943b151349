import type ts from 'typescript';
import type { ObjectPattern, Pattern, PatternProperty, PatternRest } from '../syntax/nodes.js';
import { propertyKey } from './translate-keys.js';
import type { Translator } from './translator.js';

/** Translates what can stand in the place of a name. */
export function translatePattern(raw: ts.Node, t: Translator): Pattern {
  const { ts } = t;
  if (ts.isObjectBindingPattern(raw)) return objectBinding(raw, t);
  if (ts.isArrayBindingPattern(raw)) {
    const elements = raw.elements.filter((element) => !ts.isOmittedExpression(element));
    return { kind: 'arrayPattern', ...t.range(raw), elements: elements.map(arrayElement(t)) };
  }
  if (ts.isParenthesizedExpression(raw)) return t.pattern(raw.expression);
  if (ts.isObjectLiteralExpression(raw)) return objectAssignment(raw, t);
  if (ts.isArrayLiteralExpression(raw)) {
    const elements = raw.elements.filter((element) => !ts.isOmittedExpression(element));
    return {
      kind: 'arrayPattern',
      ...t.range(raw),
      elements: elements.map((element) => withDefault(element, t)),
    };
  }
  return t.node(raw);
}

const arrayElement =
  (t: Translator) =>
  (raw: ts.BindingElement): Pattern => {
    const target = t.pattern(raw.name);
    const range = t.range(raw);
    if (raw.dotDotDotToken) return { kind: 'patternRest', ...range, target };
    if (!raw.initializer) return target;
    return { kind: 'defaultPattern', ...range, target, default: t.node(raw.initializer) };
  };

function objectBinding(raw: ts.ObjectBindingPattern, t: Translator): ObjectPattern {
  const properties: PatternProperty[] = [];
  let rest: PatternRest | undefined;
  for (const element of raw.elements) {
    const range = t.range(element);
    const target = t.pattern(element.name);
    if (element.dotDotDotToken) {
      rest = { kind: 'patternRest', ...range, target };
      continue;
    }
    const key = keyOf(element, t);
    properties.push({
      kind: 'patternProperty',
      ...range,
      ...key,
      target,
      default: t.optional(element.initializer),
      shorthand: element.propertyName === undefined,
    });
  }
  return { kind: 'objectPattern', ...t.range(raw), properties, rest };
}

function keyOf(element: ts.BindingElement, t: Translator) {
  if (element.propertyName) return propertyKey(element.propertyName, t);
  const keyRange = t.range(element.name);
  const key = t.ts.isIdentifier(element.name) ? element.name.text : undefined;
  return { key, keyRange, quoted: false, computed: undefined };
}

/** `({ team } = props)`: TypeScript has no pattern here, only an object. */
function objectAssignment(raw: ts.ObjectLiteralExpression, t: Translator): ObjectPattern {
  const { ts } = t;
  const properties: PatternProperty[] = [];
  let rest: PatternRest | undefined;
  for (const element of raw.properties) {
    const range = t.range(element);
    if (ts.isSpreadAssignment(element)) {
      rest = { kind: 'patternRest', ...range, target: t.pattern(element.expression) };
    } else if (ts.isShorthandPropertyAssignment(element)) {
      properties.push({
        kind: 'patternProperty',
        ...range,
        ...propertyKey(element.name, t),
        target: t.name(element.name),
        default: t.optional(element.objectAssignmentInitializer),
        shorthand: true,
      });
    } else if (ts.isPropertyAssignment(element)) {
      const value = withDefault(element.initializer, t);
      properties.push({
        kind: 'patternProperty',
        ...range,
        ...propertyKey(element.name, t),
        target: value.kind === 'defaultPattern' ? value.target : value,
        default: value.kind === 'defaultPattern' ? value.default : undefined,
        shorthand: false,
      });
    }
  }
  return { kind: 'objectPattern', ...t.range(raw), properties, rest };
}

function withDefault(raw: ts.Expression, t: Translator): Pattern {
  const { ts } = t;
  if (ts.isSpreadElement(raw)) {
    return { kind: 'patternRest', ...t.range(raw), target: t.pattern(raw.expression) };
  }
  const isDefault =
    ts.isBinaryExpression(raw) && raw.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!isDefault) return t.pattern(raw);
  return {
    kind: 'defaultPattern',
    ...t.range(raw),
    target: t.pattern(raw.left),
    default: t.node(raw.right),
  };
}
