import type { ObjectPattern, Pattern, PatternProperty, PatternRest } from '../syntax/nodes.js';
import { skipTrivia } from '../syntax/trivia.js';
import { childOf, listOf, rangeOf, type RawNode } from './raw-node.js';
import { propertyKey } from './translate-keys.js';
import type { Translator } from './translator.js';

/** Translates what can stand in the place of a name. */
export function translatePattern(raw: RawNode, t: Translator): Pattern {
  switch (raw.type) {
    case 'Identifier':
      return t.name(raw);
    case 'ObjectPattern':
      return objectPattern(raw, t);
    case 'ArrayPattern':
      return {
        kind: 'arrayPattern',
        ...rangeOf(raw),
        elements: listOf(raw, 'elements').map((element) => t.pattern(element)),
      };
    case 'AssignmentPattern':
      return {
        kind: 'defaultPattern',
        ...rangeOf(raw),
        target: t.pattern(childOf(raw, 'left')),
        default: t.node(childOf(raw, 'right')),
      };
    case 'RestElement':
      return rest(raw, t);
    default:
      return t.node(raw);
  }
}

function rest(raw: RawNode, t: Translator): PatternRest {
  return { kind: 'patternRest', ...rangeOf(raw), target: t.pattern(childOf(raw, 'argument')) };
}

function objectPattern(raw: RawNode, t: Translator): ObjectPattern {
  const properties: PatternProperty[] = [];
  let restElement: PatternRest | undefined;
  for (const element of listOf(raw, 'properties')) {
    if (element.type.startsWith('Rest') || element.type === 'ExperimentalRestProperty') {
      restElement = rest(element, t);
    } else {
      properties.push(patternProperty(element, t));
    }
  }
  const { start, end } = rangeOf(raw);
  const last = Math.max(start + 1, ...[...properties, restElement].map((part) => part?.end ?? 0));
  return {
    kind: 'objectPattern',
    start,
    end: closingBrace(t.text, last) ?? end,
    properties,
    rest: restElement,
  };
}

/** Parsers count the type annotation into the pattern; the facts end it at its brace. */
function closingBrace(text: string, offset: number): number | undefined {
  let end = skipTrivia(text, offset);
  if (text.charAt(end) === ',') end = skipTrivia(text, end + 1);
  return text.charAt(end) === '}' ? end + 1 : undefined;
}

function patternProperty(raw: RawNode, t: Translator): PatternProperty {
  const value = childOf(raw, 'value');
  const hasDefault = value?.type === 'AssignmentPattern';
  return {
    kind: 'patternProperty',
    ...rangeOf(raw),
    ...propertyKey(raw, t),
    target: t.pattern(hasDefault ? childOf(value, 'left') : value),
    default: hasDefault ? t.node(childOf(value, 'right')) : undefined,
    shorthand: raw['shorthand'] === true,
  };
}
