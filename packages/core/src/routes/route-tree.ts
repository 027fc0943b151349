import type { ConventionFile } from './convention-files.js';
import type { MetadataFile } from './metadata-files.js';
import type { SegmentName } from './parse-segment-name.js';

/**
 * One folder below the app directory. Segments are immutable and know nothing of their parents, so
 * that an unchanged folder keeps its object when the tree is read again.
 */
export interface Segment {
  readonly name: SegmentName;
  /** Relative to the app directory, `/` between folders; `''` is the app directory itself. */
  readonly path: string;
  /** File names by convention: `{ page: 'page.tsx' }`. */
  readonly files: Readonly<Partial<Record<ConventionFile, string>>>;
  /** The files of which Next.js makes routes: `sitemap.ts`, `icon.png`. */
  readonly metadata: readonly MetadataFile[];
  /** Every folder below that can hold routes, in code-unit order, slots and `@children` included. */
  readonly folders: readonly Segment[];
  /** The named slots among {@link folders}; `@children` is not one of them. */
  readonly slots: readonly Segment[];
  /** Names that would be a convention file but for their letter case: `Default.tsx`. */
  readonly misspelled: readonly string[];
  /** Names of convention files taken by something that is no file: a broken link, a folder, a FIFO. */
  readonly blocked: readonly BlockedFile[];
  /** Scripts called as a route folder would be: `[[...all]].tsx`. */
  readonly namedLikeFolders: readonly string[];
  /** Why the folder could not be read (`EACCES`); then nothing below it is known. */
  readonly error?: string;
}

/** A name that Next would read as a convention file, were it a file. */
export interface BlockedFile {
  readonly name: string;
  readonly by: 'directory' | 'broken' | 'other';
}

/** The app directory as Next sees it. */
export interface RouteTree {
  readonly root: Segment;
  readonly pageExtensions: readonly string[];
  /** The files of the `pages` directory beside the app directory, by URL: `/x` to `../pages/x.tsx`. */
  readonly pagesRouter?: ReadonlyMap<string, string>;
}

/** A segment with the way that leads to it. */
export interface SegmentPath {
  readonly segment: Segment;
  /** From the app directory down to the parent of {@link segment}. */
  readonly ancestors: readonly Segment[];
}
