import type { Node } from './nodes.js';
import type { Steps } from '../steps.js';
import type { TypeSyntax } from '../types/type-syntax.js';

/** A whole module as its parser has read it. */
export interface Module {
  readonly text: string;
  readonly statements: readonly Node[];
  readonly types: TypeSyntax;
  readonly directives: readonly string[];
  /** The parser had something to complain about. */
  readonly partial: boolean;
  /** What reading it may still cost. */
  readonly steps: Steps;
  /** Called once where that is not enough. */
  readonly onTooComplex?: (() => void) | undefined;
}
