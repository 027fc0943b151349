import type { Comment } from './source/comment.js';
import type { ModuleFacts } from './source/module-facts.js';
import type { Bundler, Settings } from './settings.js';
import type { RouteTree } from './routes/route-tree.js';

/** Which Next builds the app. */
export interface NextTarget {
  /** A full version: `16.4.6`. */
  readonly version: string;
  readonly bundler: Bundler;
  /** `deprecated.looseRouteMatching` of the config; false where it says nothing. */
  readonly looseRouteMatching?: boolean;
  /** `experimental.explicitParallelRouteChildren`; undefined is the version's own choice. */
  readonly explicitParallelRouteChildren?: boolean;
  /** `typescript.ignoreBuildErrors` of the config; false where it says nothing. */
  readonly ignoreBuildErrors?: boolean;
  /** `output` of the config. */
  readonly output?: 'export' | 'standalone';
  /** Whether the config has `i18n`. */
  readonly i18n?: boolean;
}

/** Where checks get the text and the facts of source files from; each integration has its own. */
export interface SourceReader {
  /**
   * The text of a file.
   *
   * @param file - Relative to the app directory.
   * @returns undefined where it cannot be read.
   */
  text(file: string): string | undefined;
  /**
   * What a file declares.
   *
   * @returns undefined where that is unknown: not read, not parsable. Checks are silent then.
   */
  facts(file: string): ModuleFacts | undefined;
  /**
   * Every module below the app directory, relative to it, private folders included.
   *
   * An integration that only ever asks about one file at a time has no need to list them; where the list is
   * missing, the convention files are all that is known.
   */
  modules?(): Iterable<string>;
  /**
   * The comments of a file, in any order. Without it no comment suppresses a finding; ESLint looks at
   * them itself.
   */
  comments?(file: string): Iterable<Comment>;
  /** The text of a user's template file; undefined where it cannot be read. */
  template(path: string): string | undefined;
}

/** One app directory with everything known about it: what checks and completions work on. */
export interface App {
  readonly tree: RouteTree;
  readonly next: NextTarget;
  readonly settings: Settings;
  readonly sources: SourceReader;
}
