import type { App } from '../../../app.js';
import { groupBy } from '../../../group-by.js';
import { readInterception } from '../../../next/url/interception.js';
import { isCovered } from '../../../next/url/is-covered.js';
import type { UrlNode } from '../../../next/url/url-node.js';
import { interceptionMarkers } from '../../../next/url/url-part.js';
import { matchesOf } from '../../../next/matches-of.js';
import type { Gap, InterceptingRoute, RouteMatches } from '../../../next/route-matches.js';
import type { InterceptionMarker } from '../../../routes/parse-segment-name.js';
import type { Segment } from '../../../routes/route-tree.js';
import { folderOf } from '../../../routes/walk.js';

/** The intercepting routes of an app and the routes that they may replace. */
interface Interceptions {
  /** By the folder of the page. */
  readonly byFolder: ReadonlyMap<string, readonly InterceptingRoute[]>;
  /** The ordinary routes with a page, as Next.js prints them. */
  readonly pages: ReadonlySet<string>;
}

function interceptionsOf(app: App): Interceptions {
  return matchesOf(app).derive(index);
}

function index({ interceptions, routes }: RouteMatches): Interceptions {
  const byFolder = groupBy(interceptions, ({ file }) => folderOf(file));
  const pages = interceptions.length === 0 ? [] : routes.filter(({ kind }) => kind === 'page');
  return { byFolder, pages: new Set(pages.map(({ url }) => url)) };
}

/** The intercepting routes whose page lies in a folder. */
export function interceptionsAt(app: App, segment: Segment): readonly InterceptingRoute[] {
  return interceptionsOf(app).byFolder.get(segment.path) ?? [];
}

/** Whether a page lies at exactly this URL, be it one that Next.js rejects. */
export function hasPageAt(app: App, url: string): boolean {
  return interceptionsOf(app).pages.has(url);
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

/** The slots that leave a page incomplete at its URL. */
export function gapsAt(app: App, url: string): readonly Gap[] {
  return matchesOf(app).routes.find((route) => route.url === url)?.gaps ?? [];
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
  const exact = reached.filter(({ target }) => hasPageAt(app, target));
  const better = exact.length > 0 ? exact : reached;
  // At the root `(.)` and `(...)` reach the same: the first is the one that Next's docs use.
  return better.filter(
    (each, at) => better.findIndex(({ target }) => target === each.target) === at,
  );
}
