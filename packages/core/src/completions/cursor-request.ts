import type { App } from '../app.js';
import type { ModuleFacts } from '../module/module-facts.js';

/** A place in a source file, as an editor asks about it. */
export interface CursorRequest {
  /** Relative to the app directory. */
  readonly file: string;
  readonly text: string;
  /** Read from this very text by a parser that bears half-typed code. */
  readonly facts: ModuleFacts;
  /** In UTF-16 code units; the cursor stands before this one. */
  readonly offset: number;
}

/**
 * Gives the app that the file lies in. It is called only when the text alone says that the cursor is
 * at a place that concerns slots, so that a host reads no directory for any other.
 */
export type OpenApp = () => App | undefined;
