import type { ParameterFacts } from '../component-facts.js';
import type { ClassNode, FunctionNode } from '../syntax/nodes.js';
import { identifierEnd, skipTrivia } from '../syntax/trivia.js';
import type { TextRange } from '../text-range.js';

/** How a component takes its props. */
export function parameterFacts(text: string, node: FunctionNode | ClassNode): ParameterFacts {
  if (node.kind === 'class') {
    const { start, end } = node.superclass ?? node;
    return { kind: 'class', superclass: { start, end } };
  }
  const [param] = node.params;
  if (!param) return { kind: 'none', range: emptyParentheses(text, node) };
  const { target } = param;
  const isPlain = !param.rest && (target.kind === 'objectPattern' || target.kind === 'name');
  return {
    kind: isPlain ? (target.kind === 'name' ? 'identifier' : 'pattern') : 'other',
    range: { start: param.start, end: param.end },
    target: { start: target.start, end: target.end },
    parenthesized: node.form !== 'arrow' || isParenthesized(text, node, param),
  };
}

/** An arrow begins with its parameter or with `async`, where that has no parentheses. */
function isParenthesized(text: string, node: FunctionNode, param: TextRange): boolean {
  const start = node.async ? skipTrivia(text, identifierEnd(text, node.start)) : node.start;
  return start !== param.start;
}

/** What stands between the parentheses of a function without parameters. */
function emptyParentheses(text: string, node: FunctionNode): TextRange {
  let offset = node.name?.end ?? node.start;
  let depth = 0;
  while (offset < node.end) {
    offset = skipTrivia(text, offset);
    const mark = text.charAt(offset);
    if (mark === '(' && depth === 0) {
      const close = skipTrivia(text, offset + 1);
      return { start: offset + 1, end: text.charAt(close) === ')' ? close : offset + 1 };
    }
    // Type parameters may hold parentheses of their own.
    if (mark === '<') depth += 1;
    if (mark === '>' && text.charAt(offset - 1) !== '=') depth -= 1;
    offset = Math.max(identifierEnd(text, offset), offset + 1);
  }
  return { start: node.start, end: node.start };
}
