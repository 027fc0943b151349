import type { Bundler, Impact, NextTarget, Severity, UnrenderedSlot } from '@next-slots/core';

/**
 * All that the explorer knows of an app: JSON, made where the app's files can be read. No source text is
 * in it but that of edits.
 */
export interface ExplorerApp {
  /** The app directory as people know it: `apps/web/app`. */
  readonly name: string;
  /** Which Next.js builds it. */
  readonly next: NextTarget;
  readonly pageExtensions: readonly string[];
  /** The route files, relative to the app directory; a path that ends in `/` is an empty folder. */
  readonly files: readonly string[];
  /** The files of the `pages` directory by URL. */
  readonly pagesRouter: readonly (readonly [url: string, file: string])[];
  readonly unrendered: readonly UnrenderedSlot[];
  /** What the checks found, by Next.js version and bundler, as far as they have run. */
  readonly findings: readonly TargetFindings[];
  /** A link that opens a file in an editor, with `{file}` and `{line}` in it. */
  readonly fileLink?: string;
}

/** What the checks find in one Next.js version. */
export interface TargetFindings {
  readonly version: string;
  readonly bundler: Bundler;
  readonly findings: readonly ExplorerFinding[];
  /** The URLs that the build rejects over what their files export. */
  readonly rejected: readonly string[];
}

/** One finding, ready to be shown. */
export interface ExplorerFinding {
  readonly check: string;
  readonly severity: Severity;
  readonly impact: Impact;
  readonly message: string;
  /** What to do; empty where the message says it. */
  readonly help: string;
  /** Relative to the app directory. */
  readonly file: string;
  readonly line: number;
  /** The folder of the layout concerned below the app directory; `/` is the app directory. */
  readonly segment: string;
  readonly slot: string | null;
  /** The routes it breaks now. */
  readonly urls: readonly string[];
  /** The page of the check. */
  readonly docs: string;
  readonly edits: readonly ExplorerEdit[];
}

/** One step of a fix: a file to create, or text to write in the place of other text. */
export interface ExplorerEdit {
  readonly file: string;
  readonly created: boolean;
  readonly text: string;
  /** What the text replaces; empty where it is inserted, or the file is created. */
  readonly before: string;
}
