import type { RouteMatches } from '../route-matches.js';
import { isCatchAll, isOpen, parseUrl, type UrlPart } from '../url/url-part.js';

/**
 * The URLs that exist only because a named slot takes whatever comes: `/[...rest]`, of which nothing
 * but `@modal/[...rest]/page` knows. What such a URL lacks elsewhere is nobody's mistake: without the
 * slot it would be not-found all the same, and strict matching drops it silently.
 */
export function urlsOfCatchAllSlots(matches: RouteMatches): ReadonlySet<string> {
  return urlsOfSlots(matches, isCatchAll);
}

/**
 * The URLs that only pages in named slots know of, and that are there for URLs that nobody named: all of it,
 * or its end, is left open.
 */
export function openUrlsOfSlots(matches: RouteMatches): ReadonlySet<string> {
  return matches.derive(findOpenUrls);
}

function findOpenUrls(matches: RouteMatches): ReadonlySet<string> {
  const urls = [...urlsOfSlots(matches, isOpen)];
  return new Set(urls.filter(takesAnyUrl));
}

function takesAnyUrl(url: string): boolean {
  const parts = parseUrl(url);
  const last = parts.at(-1);
  return last !== undefined && (isCatchAll(last) || parts.every(({ kind }) => kind !== 'static'));
}

function urlsOfSlots(
  { urls }: RouteMatches,
  accepts: (part: UrlPart) => boolean,
): ReadonlySet<string> {
  const alone = urls.filter(
    ({ node: { part, pages, handlers }, intercepting }) =>
      !intercepting &&
      pages.length > 0 &&
      handlers.length === 0 &&
      part !== undefined &&
      accepts(part) &&
      pages.every(({ slots }) => slots !== ''),
  );
  return new Set(alone.map(({ url }) => url));
}
