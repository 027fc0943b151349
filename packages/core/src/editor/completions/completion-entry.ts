import type { TextRange } from '../../source/text-range.js';

/** One thing that can be inserted at the cursor. */
export interface CompletionEntry {
  /** What the list shows: `team`, `data-grid`, `/dash/[id]`. */
  readonly name: string;
  readonly kind: 'slot' | 'slot-key' | 'route';
  /** Replaces {@link replace}: `team`, `'data-grid': dataGrid`, `team: React.ReactNode`. */
  readonly insertText: string;
  /** Holds the cursor, within one line; empty where nothing is typed yet. */
  readonly replace: TextRange;
  /** What the text in {@link replace} is compared with while typing: `.data-grid` after a dot. */
  readonly filterText: string;
  /** Sorts before what TypeScript offers, in TypeScript's own scheme of two digits. */
  readonly sortText: string;
  /**
   * True where the props' type in this very file declares the slot, so that a TypeScript beside us
   * offers it too. Always false in the type itself.
   */
  readonly declared: boolean;
  /** What {@link describeCompletion} needs to describe it. Plain JSON. */
  readonly data: CompletionData;
}

/** What an entry stands for. */
export type CompletionData =
  /** The folder of a slot relative to the app directory: `dash/@team`. */
  | { readonly slot: string }
  /** The layout whose route it is, relative to the app directory. */
  | { readonly layout: string };

/** More about an entry, for when it is selected. */
export interface CompletionDetails {
  /** One line: `slot @team of /dash`. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
}
