import type { Node } from './nodes.js';
import type { Steps } from '../steps.js';
import type { TypeReader } from '../types/type-reader.js';

/** A whole module as its parser has read it. */
export interface Module {
  readonly text: string;
  readonly statements: readonly Node[];
  readonly types: TypeReader;
  readonly directives: readonly string[];
  /** The parser had something to complain about. */
  readonly partial: boolean;
  /** What reading it may still cost. */
  readonly steps: Steps;
  /** Called once where that is not enough. */
  readonly onTooComplex?: (() => void) | undefined;
}
