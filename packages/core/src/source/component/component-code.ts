import type { FunctionNode, Node } from '../ast/nodes.js';
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
}
