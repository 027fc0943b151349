import type { App } from '../../app.js';
import type { ModuleFacts } from '../../source/module-facts.js';

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
 * How much of an app is going to be looked at, so that an integration reads no more folders than these: in an app
 * of 1,000 slot levels a completion takes 2 ms, and 300 ms where all of it is read each time.
 *
 * - `own-slots`: which slots lie beside the file.
 * - `slots-above`: also those beside the folders around it.
 * - `slot-contents`: also what lies in all of these.
 * - `app`: everything.
 */
export type AppExtent = 'own-slots' | 'slots-above' | 'slot-contents' | 'app';

/**
 * Gives the app that the file lies in, as far as it is needed; an integration may always give all of it. It
 * is called at most once, and only when the text alone says that the cursor is at a place that
 * concerns slots, so that an integration reads no directory for any other.
 */
export type OpenApp = (extent: AppExtent) => App | undefined;
