import type { TextRange } from './text-range.js';

/**
 * What one source file declares, as far as next-slots cares. Two readers make it: from ESTree and
 * from a TypeScript AST.
 */
export interface ModuleFacts {
  /** The component that the module exports by default, where it can be seen in this file. */
  readonly component?: ComponentFacts;
}

/** The default export, seen as a React component. */
export interface ComponentFacts {
  /** The component's name, else the `default` keyword of its export. */
  readonly nameRange: TextRange;
  readonly props: readonly PropFacts[];
}

/** One prop that the component names, in its pattern, its type or its body. */
export interface PropFacts {
  readonly name: string;
  /** Where a finding about this prop belongs. */
  readonly range: TextRange;
}
