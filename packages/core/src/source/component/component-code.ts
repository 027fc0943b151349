import type { FunctionNode, Node } from '../ast/nodes.js';
import type { Branch } from '../prop-facts.js';
import type { Bindings } from '../scope/bindings.js';
import type { Steps } from '../steps.js';

/** What the component's own code is made of. */
export interface ComponentCode {
  readonly text: string;
  readonly bindings: Bindings;
  readonly steps: Steps;
  readonly component: Node;
  /** What the component renders is what this function returns. */
  readonly root: FunctionNode | undefined;
  /** What was found around nodes. */
  readonly surroundings: Map<Node, Surroundings>;
  /** What was found among statements: looked for anew at each, 2,000 of them are too many to read. */
  readonly statements: Map<readonly Node[], StatementBranches>;
}

/** What stands around a node in its component. */
export interface Surroundings {
  /** The conditions that decide about the node, outermost first. */
  readonly branches: readonly Branch[];
  /** Where the function ends that the node is, or is in. */
  readonly within: number;
}

/** The conditions that decide about what comes behind them in a list of statements. */
export interface StatementBranches {
  readonly branches: readonly Branch[];
  /** How many of them stand before each statement. */
  readonly before: ReadonlyMap<Node, number>;
}
