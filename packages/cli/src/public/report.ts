/** What `next-slots check --format json` prints. Names stay, new ones may come. */
export interface Report {
  readonly version: 1;
  /** In the order of their folders. */
  readonly apps: readonly AppSummary[];
  /** By file, then by place. */
  readonly findings: readonly Finding[];
}

/** One app directory that was checked. Paths are relative to the folder that the command was given. */
export interface AppSummary {
  /** The project's folder. */
  readonly root: string;
  readonly appDir: string;
  /** The version of Next.js that the app is checked against: `16.4.6`. */
  readonly next: string;
  /** Where that version was read; `guessed` where nothing names one, `setting` where you do. */
  readonly nextFrom: 'installed' | 'range' | 'catalog' | 'guessed' | 'setting';
  readonly bundler: 'turbopack' | 'webpack';
  readonly segments: number;
  readonly slots: number;
  readonly routes: number;
}

/** One cause, and what it breaks. */
export interface Finding {
  /** The rule's name; `unused-disable-directive` for a comment that suppresses nothing. */
  readonly check: string;
  readonly severity: 'error' | 'warning';
  /**
   * What Next.js does with it: `build-error` fails `next build`, `not-found` answers 404 on a hard navigation,
   * `silent` loses content or a prop, `future` breaks with the next route that is added. `none` is for
   * what Next.js has no part in.
   */
  readonly impact: 'build-error' | 'not-found' | 'silent' | 'future' | 'none';
  /** Relative to the folder that the command was given, `/` between folders. */
  readonly file: string;
  readonly range: Range;
  /** The folder that owns the slot, below the app directory: `/dash/(g)`; `/` is the app directory. */
  readonly segment: string;
  /** `@team` or `children`; null where the finding is not about one slot. */
  readonly slot: string | null;
  /** The routes that it breaks now, as Next.js prints them. */
  readonly urls: readonly string[];
  /** What is wrong and what it causes. */
  readonly message: string;
  /** What to do; empty where there is nothing to add. */
  readonly help: string;
  /** What the same cause breaks in other files. */
  readonly related: readonly RelatedLocation[];
  /** What `next-slots fix` does about it; together they resolve the finding. */
  readonly edits: readonly Edit[];
}

/** A place in another file that a finding breaks. */
export interface RelatedLocation {
  readonly file: string;
  readonly range: Range;
  /** The route that is broken there; null where none is. */
  readonly url: string | null;
}

/** A new file, or a new text for a piece of one. */
export type Edit =
  | { readonly kind: 'createFile'; readonly file: string; readonly text: string }
  | {
      readonly kind: 'replaceText';
      readonly file: string;
      readonly range: Range;
      readonly text: string;
    };

/** A piece of a text, the end excluded. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A place in a text: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
