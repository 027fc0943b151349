import type { RouteMatches } from '../route-matches.js';
import { isCovered } from '../url/is-covered.js';
import type { UrlNode } from '../url/url-node.js';

/**
 * Whether ordinary pages answer every URL of a pattern: `/photo/[id]` is answered by a route of that
 * name, or by a catch-all.
 */
export function answersUrl(matches: RouteMatches, pattern: string): boolean {
  return isCovered(pattern, matches.top, matches.derive(completeUrls));
}

function completeUrls({ urls }: RouteMatches): ReadonlySet<UrlNode> {
  const complete = urls.filter(
    ({ intercepting, verdict, hasPage }) => !intercepting && verdict.complete && hasPage,
  );
  return new Set(complete.map(({ node }) => node));
}
