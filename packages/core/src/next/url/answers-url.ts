import { folderOf } from './folder.js';
import { isCovered } from '../navigation/intercepting-routes.js';
import { matchedUrlsOf } from '../match-routes.js';
import type { RouteMatches } from '../route-matches.js';
import type { UrlNode } from './url-node.js';

const known = new WeakMap<RouteMatches, ReadonlySet<UrlNode>>();

/**
 * Whether ordinary pages answer every URL of a pattern: `/photo/[id]` is answered by a route of that
 * name, or by a catch-all.
 */
export function answersUrl(matches: RouteMatches, pattern: string): boolean {
  let complete = known.get(matches);
  if (!complete) known.set(matches, (complete = completeUrls(matches)));
  return isCovered(pattern, folderOf(matches.tree.root).node, complete);
}

function completeUrls(matches: RouteMatches): ReadonlySet<UrlNode> {
  const urls = matchedUrlsOf(matches).all.filter(
    ({ intercepting, verdict, hasPage }) => !intercepting && verdict.complete && hasPage,
  );
  return new Set(urls.map(({ node }) => node));
}
