import { stringOf } from './literals.js';
import type { Member } from './nodes.js';

/** The name of a member; undefined for a computed or private one. Empty where it is not typed yet. */
export function memberName(node: Member): string | undefined {
  const { property } = node;
  if (isComputed(node)) return stringOf(property);
  const isName = property.type === 'Identifier' || property.type === 'JSXIdentifier';
  return isName ? property.name : undefined;
}

/** Whether a member is written in brackets. */
export function isComputed(node: Member): boolean {
  return node.type === 'MemberExpression' && node.computed === true;
}
