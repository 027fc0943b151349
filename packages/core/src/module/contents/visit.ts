import type { Node } from '../syntax/nodes.js';
import { childrenOf, typesBelow, typesOf } from '../syntax/parts.js';
import type { TypeNode } from '../syntax/types.js';

/** Calls back for every node of a module, outer ones first. */
export function visitNodes(nodes: readonly Node[], visit: (node: Node) => void): void {
  for (const node of nodes) {
    visit(node);
    visitNodes(childrenOf(node), visit);
  }
}

/** Calls back for a type and every type it is made of. */
function visitTypes(types: readonly TypeNode[], visit: (type: TypeNode) => void): void {
  for (const type of types) {
    visit(type);
    visitTypes(typesBelow(type), visit);
  }
}

/** Every type that a node has, those of the nodes below it not included. */
export function visitTypesOf(node: Node, visit: (type: TypeNode) => void): void {
  visitTypes(typesOf(node), visit);
}
