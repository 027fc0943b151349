import { memberName } from '../ast/members.js';
import type { Member, Name, Node } from '../ast/nodes.js';
import { isWrapper } from '../ast/wrappers.js';
import type { Bindings } from './bindings.js';

/** What a name or member stands for outside this module. */
export interface Origin {
  /** The module it comes from; undefined for a global. */
  readonly source: string | undefined;
  /** Its name there, members joined by dots: `memo`, `default`. */
  readonly name: string;
}

/** The same as one string: `react memo`, and of a global its name alone, `fetch`. */
export function outsideName(node: Node, bindings: Bindings): string | undefined {
  const origin = originOf(node, bindings);
  if (origin?.source === undefined) return origin?.name;
  return `${origin.source} ${origin.name}`;
}

/**
 * Follows an expression to the import or global that it names: `memo`, `React.memo`.
 *
 * @returns undefined for what this module declares itself, and for anything that is no name.
 */
export function originOf(node: Node, bindings: Bindings): Origin | undefined {
  switch (node.type) {
    case 'Identifier':
    case 'JSXIdentifier':
      return originOfName(node, bindings);
    case 'MemberExpression':
    case 'JSXMemberExpression':
      return originOfMember(node, bindings);
    default:
      return isWrapper(node) ? originOf(node.expression, bindings) : undefined;
  }
}

function originOfName(node: Name, bindings: Bindings): Origin | undefined {
  const binding = bindings.of(node);
  if (!binding) return { source: undefined, name: node.name };
  const [definition] = binding.definitions;
  if (definition?.kind !== 'import') return undefined;
  return { source: definition.source, name: definition.imported };
}

function originOfMember(node: Member, bindings: Bindings): Origin | undefined {
  const object = originOf(node.object, bindings);
  const property = memberName(node);
  return object && property !== undefined ? memberOf(object, property) : undefined;
}

/** What a member of something from outside this module stands for. */
export function memberOf(object: Origin, property: string): Origin {
  // React has a default export that holds its names, and so have other modules of old.
  const isWhole = object.name === '*' || object.name === 'default';
  if (object.source !== undefined && isWhole) {
    return { source: object.source, name: property };
  }
  // The name under which React is global where it is not imported.
  if (object.source === undefined && object.name === 'React') {
    return { source: 'react', name: property };
  }
  return { source: object.source, name: `${object.name}.${property}` };
}
