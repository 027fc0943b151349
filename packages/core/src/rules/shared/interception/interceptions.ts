import type { App } from '../../../app.js';
import { groupBy } from '../../../group-by.js';
import { readInterception } from '../../../next/url/interception.js';
import { isCovered } from '../../../next/url/is-covered.js';
import type { UrlNode } from '../../../next/url/url-node.js';
import { interceptionMarkers } from '../../../next/url/url-part.js';
import { matchesOf } from '../../../next/matches-of.js';
import type { InterceptingRoute, Route, RouteMatches } from '../../../next/route-matches.js';
import type { InterceptionMarker } from '../../../routes/parse-segment-name.js';
import type { Segment } from '../../../routes/route-tree.js';
import { folderOf } from '../../../routes/walk.js';

/** The intercepting routes whose page lies in a folder. */
export function interceptionsAt(app: App, { path }: Segment): readonly InterceptingRoute[] {
  return matchesOf(app).derive(interceptionsByFolder).get(path) ?? [];
}

function interceptionsByFolder({ interceptions }: RouteMatches) {
  return groupBy(interceptions, ({ file }) => folderOf(file));
}

/** The route of a page at exactly this URL, be it one that Next.js rejects. */
export function pageAt(app: App, url: string): Route | undefined {
  return matchesOf(app).derive(pagesByUrl).get(url);
}

function pagesByUrl({ routes }: RouteMatches): ReadonlyMap<string, Route> {
  const pages = routes.filter(({ kind }) => kind === 'page');
  return new Map(pages.map((route) => [route.url, route]));
}

/** Whether ordinary pages answer every URL of a pattern: `/photo/[id]` by a route of that name, or a catch-all. */
function isAnswered(app: App, pattern: string): boolean {
  const matches = matchesOf(app);
  return isCovered(pattern, matches.top, matches.derive(completeUrls));
}

function completeUrls({ urls }: RouteMatches): ReadonlySet<UrlNode> {
  const complete = urls.filter(
    ({ intercepting, verdict, hasPage }) => !intercepting && verdict.complete && hasPage,
  );
  return new Set(complete.map(({ node }) => node));
}

/** A marker that would do, and what it reaches. */
export interface BetterMarker {
  readonly marker: InterceptionMarker;
  readonly target: string;
}

/** The marker with which an intercepting URL begins to intercept, as Next.js reads it. */
export function markerOf(url: string): InterceptionMarker | undefined {
  const part = url.split('/').find(isMarked);
  return interceptionMarkers.find((marker) => part?.startsWith(marker));
}

function isMarked(part: string): boolean {
  return interceptionMarkers.some((marker) => part.startsWith(marker));
}

/**
 * The markers with which an intercepting route would reach a page: those with a page at exactly that
 * URL, or, where there is none, those whose URL a catch-all or dynamic route answers.
 */
export function betterMarkers(app: App, { url }: InterceptingRoute): readonly BetterMarker[] {
  const wrong = markerOf(url);
  // Of several markers in one URL Next.js reads the first, and no rename of one folder is enough.
  if (wrong === undefined || url.split('/').filter(isMarked).length > 1) return [];
  const reached = interceptionMarkers.flatMap((marker): BetterMarker[] => {
    if (marker === wrong) return [];
    const target = readInterception(url.replace(wrong, marker))?.target ?? null;
    return target !== null && isAnswered(app, target) ? [{ marker, target }] : [];
  });
  const exact = reached.filter(({ target }) => pageAt(app, target) !== undefined);
  const better = exact.length > 0 ? exact : reached;
  // At the root `(.)` and `(...)` reach the same: the first is the one that Next's docs use.
  return better.filter(
    (each, at) => better.findIndex(({ target }) => target === each.target) === at,
  );
}
