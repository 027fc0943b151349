import { folderOf } from '../url/folder.js';
import { waysToRoutes } from '../url/folder-way.js';
import { matchedUrlsOf } from '../match-routes.js';
import type { RouteMatches } from '../route-matches.js';
import { partKind } from '../url/segment-url.js';

/**
 * The URLs that exist only because a named slot takes whatever comes: `/[...rest]`, of which nothing
 * but `@modal/[...rest]/page` knows. What such a URL lacks elsewhere is nobody's mistake: without the
 * slot it would be not-found all the same, and strict matching drops it without a word.
 */
export function urlsOfCatchAllSlots(matches: RouteMatches): ReadonlySet<string> {
  return slotsAloneAt(matches, isCatchAllPart);
}

/** All URLs with a dynamic end that only pages in named slots know of. */
export function urlsOfSlotsAlone(matches: RouteMatches): ReadonlySet<string> {
  return slotsAloneAt(matches, (part) => partKind(part) !== 'static');
}

function slotsAloneAt(
  matches: RouteMatches,
  accepts: (part: string) => boolean,
): ReadonlySet<string> {
  const candidates = matchedUrlsOf(matches).all.filter(
    ({ node: { part, pages, handlers }, intercepting }) =>
      !intercepting && pages.length > 0 && handlers.length === 0 && accepts(part),
  );
  if (candidates.length === 0) return new Set();
  const ways = waysToRoutes(folderOf(matches.tree.root));
  const alone = candidates.filter(({ node }) =>
    node.pages.every((page) => (ways.get(page)?.slots ?? '') !== ''),
  );
  return new Set(alone.map(({ url }) => url));
}

function isCatchAllPart(part: string): boolean {
  const kind = partKind(part);
  return kind === 'catch-all' || kind === 'optional-catch-all';
}
