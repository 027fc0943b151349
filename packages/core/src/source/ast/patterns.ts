import type { Node, ObjectPattern, Property, Rest } from './nodes.js';

/** What an object pattern destructures by its key. */
export function propertiesOf({ properties }: ObjectPattern): readonly Property[] {
  return properties.filter((property) => property.type === 'Property');
}

/** `...rest`, which is last unless the pattern is being typed. */
export function restOf({ properties }: ObjectPattern): Rest | undefined {
  return properties.findLast((property) => property.type === 'RestElement');
}

/** What a property of a pattern puts its value into, without the default value. */
export function patternOf({ value }: Property): Node {
  return value.type === 'AssignmentPattern' ? value.left : value;
}

/** The default value of a property of a pattern. */
export function defaultValueOf({ value }: Property): Node | undefined {
  return value.type === 'AssignmentPattern' ? value.right : undefined;
}
