import type { TextRange } from '../text-range.js';
import type { Name, ObjectPattern } from './nodes.js';
import { endOf, rangeOf, startOf } from './ranges.js';
import { identifierEnd, skipTrivia } from './trivia.js';

/** Parsers count `?` and the type annotation into a declared name; the facts do not. */
export function nameRange(text: string, node: Name): TextRange {
  const start = startOf(node);
  const end = endOf(node);
  const wordEnd = identifierEnd(text, start);
  return { start, end: wordEnd > start ? Math.min(wordEnd, end) : end };
}

/** Parsers count the type annotation into the pattern; the facts end it at its brace. */
export function patternRange(text: string, node: ObjectPattern): TextRange {
  const range = rangeOf(node);
  const { start, end } = range;
  const isWithin = node.typeAnnotation && startOf(node.typeAnnotation) < end;
  if (!isWithin) return range;
  let brace = skipTrivia(text, Math.max(start + 1, ...node.properties.map(endOf)));
  if (text.charAt(brace) === ',') brace = skipTrivia(text, brace + 1);
  return text.charAt(brace) === '}' ? { start, end: brace + 1 } : range;
}
