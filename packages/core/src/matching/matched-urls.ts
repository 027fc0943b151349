import type { Segment } from '../tree/route-tree.js';
import type { LoaderTree } from './loader-tree.js';
import type { Gap, MissingDefault, MissingSlots } from './route-matches.js';
import type { UrlNode } from './url-node.js';

/** One URL, matched as one bundler does. */
export interface MatchedUrl {
  readonly node: UrlNode;
  /** As Next prints it. */
  readonly url: string;
  readonly intercepting: boolean;
  /** Whether Next keeps the URL: always with loose matching. */
  readonly complete: boolean;
  /** Whether `next build` fails over the URL, other than by {@link missing} and unmatched pages. */
  readonly refused: boolean;
  /** The slots that nothing fills, as far as Next minds. */
  readonly gaps: readonly Gap[];
  /** Whether they turn the whole answer into Next's not-found. */
  readonly fatal: boolean;
  /** What strict matching reports. */
  readonly missing: readonly MissingSlots[];
  /** Built when first asked for. */
  readonly tree: () => LoaderTree | undefined;
  /** Adds the pages that take part in the URL, where it is kept. */
  readonly addParticipatingPages: (pages: Set<Segment>) => void;
}

/** One URL before it is matched. */
export interface UrlPlace {
  readonly node: UrlNode;
  readonly url: string;
  readonly intercepting: boolean;
}

/** Lists the URLs of an app that have a page or a route handler, in the order of their nodes. */
export function listPlaces(root: UrlNode): UrlPlace[] {
  const places: UrlPlace[] = [];
  collectPlaces(root, '', false, places);
  return places;
}

function collectPlaces(
  node: UrlNode,
  above: string,
  belowMarker: boolean,
  places: UrlPlace[],
): void {
  const path = node.part === '' ? above : `${above}/${node.part}`;
  const intercepting = belowMarker || node.intercepting;
  if (node.pages.length > 0 || node.handlers.length > 0) {
    places.push({ node, url: path === '' ? '/' : path, intercepting });
  }
  for (const child of node.children.values()) collectPlaces(child, path, intercepting, places);
}

/** All URLs by their nodes, those that intercept left out: nothing but a navigation asks for them. */
export function ordinaryByNode(all: readonly MatchedUrl[]): ReadonlyMap<UrlNode, MatchedUrl> {
  return new Map(all.filter((url) => !url.intercepting).map((url) => [url.node, url]));
}

/** All URLs of an app. */
export interface MatchedUrls {
  readonly all: readonly MatchedUrl[];
  readonly byNode: ReadonlyMap<UrlNode, MatchedUrl>;
  readonly missingDefaults: readonly MissingDefault[];
  readonly unbuildableSlots: readonly Gap[];
}
