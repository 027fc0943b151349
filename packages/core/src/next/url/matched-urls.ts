import type { Segment } from '../../routes/route-tree.js';
import type { LoaderTree, TreeGap } from '../loader-tree/loader-tree.js';
import type { Gap, MissingDefault, SlotName } from '../route-matches.js';
import type { UrlNode } from './url-node.js';

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
  /** Whether it is kept and all pages in its own folders take part in it, as far as that is told at a glance. */
  readonly showsOwnPages: boolean;
  /** Adds the pages that take part in the URL, where it is kept. */
  addParticipatingPages(pages: Set<Segment>): void;
}

/** What Next makes of one URL. */
export interface Verdict {
  /** Whether Next keeps the URL: always with loose matching. */
  readonly complete: boolean;
  /** Whether `next build` fails over the URL, other than by {@link missing} and unmatched pages. */
  readonly refused: boolean;
  /** The slots that nothing fills, as far as Next minds. */
  readonly gaps: readonly TreeGap[];
  /** Whether they turn the whole answer into Next's not-found. */
  readonly fatal: boolean;
  /** What strict matching reports. */
  readonly missing: readonly MissingLine[];
  /** The URL's own pages that another displaced, where the build or the server fails for want of them. */
  readonly displaced: readonly Segment[];
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

/** One line of what strict matching reports. */
export interface MissingLine {
  readonly layout: string;
  /** Sorted. */
  readonly slots: readonly SlotName[];
  readonly gaps: readonly TreeGap[];
}

/** Goes through the URLs of an app, metadata files' included, in the order of their nodes. */
export function visitUrls(root: UrlNode, visit: VisitUrl): void {
  visitBelow(root, [], false, visit);
}

/** @param parts - The parts of the URL as folders write them: `['shop', '[id]']`. */
type VisitUrl = (node: UrlNode, parts: readonly string[], intercepting: boolean) => void;

function visitBelow(
  node: UrlNode,
  above: readonly string[],
  belowMarker: boolean,
  visit: VisitUrl,
): void {
  const parts = node.part === '' ? above : [...above, node.part];
  const intercepting = belowMarker || node.intercepting;
  if (node.isRoute) visit(node, parts, intercepting);
  for (const child of node.children) visitBelow(child, parts, intercepting, visit);
}

/** All URLs of an app. */
export interface MatchedUrls {
  readonly all: readonly MatchedUrl[];
  /** Pages that count as matched although they take part in no URL that is kept. */
  readonly alsoMatched: readonly Segment[];
  readonly missingDefaults: readonly MissingDefault[];
  readonly unbuildableSlots: readonly Gap[];
}
