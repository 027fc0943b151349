import { stringOf } from './literals.js';
import type { Member } from './nodes.js';

/** The name of a member; undefined for a computed or private one. Empty where it is not typed yet. */
export function memberName({ property, computed }: Member): string | undefined {
  if (computed) return stringOf(property);
  const isName = property.type === 'Identifier' || property.type === 'JSXIdentifier';
  return isName ? property.name : undefined;
}
