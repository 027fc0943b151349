import type { ParameterFacts } from '../component-facts.js';
import { isFunction } from '../ast/functions.js';
import { nameRange, patternRange } from '../ast/name-range.js';
import type { ClassNode, FunctionNode } from '../ast/nodes.js';
import { firstParameter } from '../ast/parameters.js';
import { endOf, rangeOf, startOf } from '../ast/ranges.js';
import { identifierEnd, skipTrivia } from '../ast/trivia.js';
import type { TextRange } from '../text-range.js';

/** How a component takes its props. */
export function parameterFacts(text: string, node: FunctionNode | ClassNode): ParameterFacts {
  if (!isFunction(node)) {
    return { kind: 'class', superclass: rangeOf(node.superClass ?? node) };
  }
  const param = firstParameter(node);
  if (!param) return { kind: 'none', range: emptyParentheses(text, node) };
  const { target, rest } = param;
  const range = rangeOf(param.node);
  const parenthesized =
    node.type !== 'ArrowFunctionExpression' || isParenthesized(text, node, range);
  switch (target.type) {
    case 'ObjectPattern': {
      const kind = rest ? 'other' : 'pattern';
      return { kind, range, target: patternRange(text, target), parenthesized };
    }
    case 'Identifier': {
      const kind = rest ? 'other' : 'identifier';
      return { kind, range, target: nameRange(text, target), parenthesized };
    }
    default:
      return { kind: 'other', range, target: rangeOf(target), parenthesized };
  }
}

/** An arrow begins with its parameter or with `async`, where that has no parentheses. */
function isParenthesized(text: string, node: FunctionNode, param: TextRange): boolean {
  const own = startOf(node);
  const start = node.async ? skipTrivia(text, identifierEnd(text, own)) : own;
  return start !== param.start;
}

/** What stands between the parentheses of a function without parameters, unless it is a comment. */
function emptyParentheses(text: string, node: FunctionNode): TextRange {
  const { start, end } = rangeOf(node);
  let offset = node.id ? endOf(node.id) : start;
  let depth = 0;
  while (offset < end) {
    offset = skipTrivia(text, offset);
    const mark = text.charAt(offset);
    if (mark === '(' && depth === 0) {
      const open = offset + 1;
      const space = /^\s*(?=\))/u.exec(text.slice(open, end))?.[0] ?? '';
      return { start: open, end: open + space.length };
    }
    // Type parameters may hold parentheses of their own.
    if (mark === '<') depth += 1;
    if (mark === '>' && text.charAt(offset - 1) !== '=') depth -= 1;
    offset = Math.max(identifierEnd(text, offset), offset + 1);
  }
  return { start, end: start };
}
