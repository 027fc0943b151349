import type { LoaderTree } from '../loader-tree/loader-tree.js';
import { renderedBy } from '../loader-tree/rendered.js';
import type { Gap } from '../slots.js';
import type { Folder } from '../url/folder.js';
import type { UrlNode } from '../url/url-node.js';

/** One URL, matched as one bundler does. */
export interface MatchedUrl {
  readonly node: UrlNode;
  /** As Next prints it. */
  readonly url: string;
  readonly intercepting: boolean;
  readonly verdict: Verdict;
  /** Whether a page shows there, its own or a catch-all's; false for a route handler alone. */
  readonly hasPage: boolean;
  /** What Next builds for it; nothing for a route handler. */
  readonly tree: LoaderTree | undefined;
}

/** What Next makes of one URL. */
export interface Verdict {
  /** Whether Next keeps the URL: always with loose matching. */
  readonly complete: boolean;
  /** Whether `next build` fails over the URL, other than by {@link missing} and unmatched pages. */
  readonly refused: boolean;
  /** The slots without page or default, as far as Next.js requires one. */
  readonly gaps: readonly Gap[];
  /** Whether they turn the whole answer into Next's not-found. */
  readonly fatal: boolean;
  /** What strict matching reports. */
  readonly missing: readonly MissingSlot[];
  /** The URL's own pages that another displaced, where the build or the server fails for want of them. */
  readonly displaced: readonly Folder[];
}

/** The verdict on a URL with nothing missing. */
export const fine: Verdict = {
  complete: true,
  refused: false,
  gaps: [],
  fatal: false,
  missing: [],
  displaced: [],
};

/** The verdict on a hard navigation by what the server renders. */
export function judgeRendered(tree: LoaderTree): Verdict {
  const { shown, fatal, streamed } = renderedBy(tree);
  return { ...fine, gaps: [...fatal, ...streamed], fatal: shown.length === 0 };
}

/** A slot without page or default that strict matching reports. */
export interface MissingSlot extends Gap {
  /**
   * What Next names: a layout file relative to the app directory, or, from webpack, the owner's
   * folder and `layout` where no layout lies there.
   */
  readonly layout: string;
}

/** All URLs of an app. */
export interface MatchedUrls {
  readonly all: readonly MatchedUrl[];
  /**
   * The pages that take part in a URL which Next keeps: strict matching rejects all others. Undefined
   * with loose matching.
   */
  readonly participating: ReadonlySet<Folder> | undefined;
  readonly missingDefaults: readonly Gap[];
  readonly unbuildableSlots: readonly Gap[];
}
