import type { RouteMatches } from '../route-matches.js';
import { isCatchAll, isOpen, type UrlPart } from '../url/url-part.js';

/**
 * The URLs that exist only because a named slot takes whatever comes: `/[...rest]`, of which nothing
 * but `@modal/[...rest]/page` knows. What such a URL lacks elsewhere is nobody's mistake: without the
 * slot it would be not-found all the same, and strict matching drops it silently.
 */
export function urlsOfCatchAllSlots(matches: RouteMatches): ReadonlySet<string> {
  return urlsOfSlots(matches, isCatchAll);
}

/** All URLs with a dynamic end that only pages in named slots know of. */
export function urlsOfSlotsAlone(matches: RouteMatches): ReadonlySet<string> {
  return urlsOfSlots(matches, isOpen);
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
