import type { Node } from '../ast/nodes.js';
import type { Branch } from '../prop-facts.js';

/** A branch whose function may not have been reached yet. */
export interface OpenBranch extends Branch {
  within: number;
}

/** The branches of a list of statements, each gone through once however many uses are in it. */
export interface StatementBranches {
  readonly branches: readonly OpenBranch[];
  /** How many of the branches come before each statement. */
  readonly before: ReadonlyMap<Node, number>;
}
