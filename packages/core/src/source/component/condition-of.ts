import type { Condition } from '../prop-facts.js';
import { withoutParentheses } from '../ast/literals.js';
import type { Node } from '../ast/nodes.js';
import { endOf, startOf } from '../ast/ranges.js';

/** What a test asks, and whether it wants that to hold: `!a`, `!!a`, `!(a && b)`, `a !== 1`. */
export function conditionOf(node: Node, text: string): Condition {
  const test = withoutParentheses(node);
  const words = (part: Node) =>
    text.slice(startOf(withoutParentheses(part)), endOf(withoutParentheses(part)));
  if (test.type === 'UnaryExpression' && test.operator === '!') {
    return opposite(conditionOf(test.argument, text));
  }
  if (test.type === 'BinaryExpression' && /^[!=]==?$/u.test(test.operator)) {
    const equals = `=${test.operator.slice(1)}`;
    const asked = `${words(test.left)} ${equals} ${words(test.right)}`;
    return { asked, holds: test.operator === equals };
  }
  return { asked: words(test), holds: true };
}

export function opposite({ asked, holds }: Condition): Condition {
  return { asked, holds: !holds };
}
