import {
  changedPath,
  clientSlot,
  clientTree,
  navigated,
  pathOf,
  type ClientTree,
} from './client-tree.js';
import { findUrl, partsOf } from '../url/find-route.js';
import { readInterception } from './intercepting-routes.js';
import { matchedUrlsOf } from '../match-routes.js';
import type { MatchedUrl } from '../url/matched-urls.js';
import type { RouteMatches, SlotFill } from '../route-matches.js';
import { isInterceptingName, isTransparent, partKind } from '../url/segment-url.js';
import { slotFills } from '../verdict/slot-fills.js';
import { compareSpecificity, partsOfPattern } from '../url/url-pattern.js';

/** What stands in the slots of a URL, loaded afresh and reached by way of others. */
export interface Navigation {
  /** The route of the last URL as Next prints it. */
  readonly route: string;
  /** The intercepting route that the last step ran into, as Next prints it; null without one. */
  readonly interceptedBy: string | null;
  /** After a fresh load of the last URL: what a reload shows. */
  readonly hard: readonly SlotFill[];
  /** After visiting the URLs in order: the first by a fresh load, the others by soft navigation. */
  readonly soft: readonly SlotFill[];
}

/** Where a browser stands. */
interface Place {
  readonly tree: ClientTree;
  /** What the browser sends as `Next-Url`; it decides which intercepting routes apply. */
  readonly nextUrl: readonly string[];
  readonly interceptedBy: string | null;
}

/**
 * Follows a browser through an app.
 *
 * @param urls - Concrete URLs, or routes as Next prints them: the last one is asked about, those
 *   before it lead there.
 * @returns undefined where one of them has no page.
 */
export function navigate(matches: RouteMatches, urls: readonly string[]): Navigation | undefined {
  let place: Place | undefined;
  for (const url of urls) {
    const next = place ? goTo(matches, place, partsOf(url)) : load(matches, partsOf(url));
    if (!next) return undefined;
    place = next;
  }
  const last = urls.at(-1);
  if (last === undefined || !place) return undefined;
  const reloaded = load(matches, partsOf(last));
  const route = findUrl(matches, partsOf(last));
  if (!reloaded || !route) return undefined;
  return {
    route: route.url,
    interceptedBy: place.interceptedBy,
    hard: slotFills(reloaded.tree),
    soft: slotFills(place.tree),
  };
}

function load(matches: RouteMatches, parts: readonly string[]): Place | undefined {
  const tree = treeAt(findUrl(matches, parts), parts);
  return tree && { tree, nextUrl: pathOf(tree) ?? parts, interceptedBy: null };
}

function goTo(matches: RouteMatches, place: Place, parts: readonly string[]): Place | undefined {
  const intercepting = interceptingUrl(matches, place.nextUrl, parts);
  const next = intercepting
    ? treeAt(intercepting, parts, valuesAbove(matches, intercepting, place.nextUrl, parts))
    : treeAt(findUrl(matches, parts), parts);
  if (!next) return undefined;
  // Between two root layouts the browser loads afresh.
  if (rootLayout(place.tree) !== rootLayout(next)) return load(matches, parts);
  const tree = navigated(place.tree, next);
  const path = changedPath(place.tree, tree);
  return {
    tree,
    nextUrl: path === undefined ? place.nextUrl : partsOf(path),
    interceptedBy: intercepting?.url ?? null,
  };
}

/** The parts of a URL that give the folders above the marker of an intercepting route their values. */
function valuesAbove(
  { semantics }: RouteMatches,
  { url }: MatchedUrl,
  nextUrl: readonly string[],
  parts: readonly string[],
): readonly string[] {
  if (semantics.interceptionParameters === 'of-next-url') return nextUrl;
  const { from = '', target } = readInterception(url) ?? {};
  const ofTarget = partsOfPattern(target ?? '');
  const ofFrom = partsOfPattern(from);
  return nextUrl.map((part, index) => {
    const both = ofFrom[index] !== undefined && ofFrom[index] === ofTarget[index];
    return (both ? parts[index] : undefined) ?? part;
  });
}

/** @param from - The parts of the URL that the folders above a marker get their values from. */
function treeAt(
  url: MatchedUrl | undefined,
  parts: readonly string[],
  from?: readonly string[],
): ClientTree | undefined {
  if (!url?.tree) return undefined;
  if (from === undefined) return clientTree(url.tree, { parts });
  return clientTree(url.tree, {
    parts,
    interception: { from, markedIndex: markedIndexOf(url.url) },
  });
}

/** Which part of the target a marker's folder stands for: `/feed/(..)photo` stands for part 0. */
function markedIndexOf(url: string): number {
  const target = readInterception(url)?.target;
  if (target === undefined || target === null) return 0;
  const parts = partsOfPattern(url);
  const behind = parts.length - parts.findIndex(isInterceptingName);
  return partsOfPattern(target).length - behind;
}

/** An intercepting route in parts. */
interface Intercepting {
  readonly url: MatchedUrl;
  readonly from: readonly string[];
  readonly target: readonly string[];
}

const known = new WeakMap<RouteMatches, readonly Intercepting[]>();

/** The intercepting routes in the order in which Next asks them. */
function interceptingUrls(matches: RouteMatches): readonly Intercepting[] {
  let found = known.get(matches);
  if (!found) known.set(matches, (found = findIntercepting(matches)));
  return found;
}

function findIntercepting(matches: RouteMatches): readonly Intercepting[] {
  const { interceptionOrder } = matches.semantics;
  return matchedUrlsOf(matches)
    .all.filter((url) => url.intercepting && url.verdict.complete)
    .flatMap((url) => {
      const { from, target } = readInterception(url.url) ?? {};
      if (from === undefined || !target) return [];
      return [{ url, from: partsOfPattern(from), target, parts: partsOfPattern(target) }];
    })
    .sort(
      (a, b) =>
        b.from.length - a.from.length ||
        (interceptionOrder === 'by-specificity'
          ? compareSpecificity(a.target, b.target)
          : Number(a.url.url > b.url.url) - Number(a.url.url < b.url.url)),
    )
    .map(({ url, from, parts }) => ({ url, from, target: parts }));
}

function interceptingUrl(
  matches: RouteMatches,
  nextUrl: readonly string[],
  parts: readonly string[],
): MatchedUrl | undefined {
  return interceptingUrls(matches).find(
    ({ from, target }) => fits(from, nextUrl, true) && fits(target, parts, false),
  )?.url;
}

/** Whether a URL is the one of a pattern, or where allowed lies below it. */
function fits(pattern: readonly string[], parts: readonly string[], below: boolean): boolean {
  for (const [index, each] of pattern.entries()) {
    const kind = partKind(each);
    if (kind === 'optional-catch-all') return true;
    if (parts[index] === undefined) return false;
    if (kind === 'catch-all') return true;
    if (kind === 'static' && each !== parts[index]) return false;
  }
  return below || parts.length === pattern.length;
}

/** The folder of the outermost layout with the values on the way to it. */
function rootLayout(tree: ClientTree): string {
  let way = '';
  for (let each: ClientTree | undefined = tree; each?.kind === 'folder';) {
    way += `/${each.segment.name.raw}${isTransparent(each.segment) ? '' : `=${each.value}`}`;
    if (each.segment.files.layout !== undefined) return way;
    each = clientSlot(each, 'children');
  }
  return way;
}
