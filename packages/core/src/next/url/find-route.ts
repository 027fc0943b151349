import { folderOf } from './folder.js';
import { matchedUrlsOf } from '../match-routes.js';
import type { MatchedUrl } from './matched-urls.js';
import type { RouteMatches } from '../route-matches.js';
import { partKind } from './segment-url.js';
import type { UrlNode } from './url-node.js';

/** A URL of the app, found for a concrete one. */
export interface FoundRoute {
  /** As Next prints it, `/shop/[id]`: the `url` of one of the routes. */
  readonly route: string;
  /** The parts of the concrete URL, decoded. */
  readonly parts: readonly string[];
}

/**
 * Finds the route that answers a concrete URL, as Next does: a static part before a dynamic one
 * before a catch-all before an optional catch-all, going back where the rest does not fit.
 *
 * @param url - A path as a browser asks for it (`/shop/42?tab=1`), or a route as Next prints it.
 * @returns undefined where no route answers.
 */
export function findRoute(matches: RouteMatches, url: string): FoundRoute | undefined {
  const found = findUrl(matches, partsOf(url));
  return found && { route: found.url, parts: partsOf(url) };
}

/** The parts of a concrete URL without query and fragment, decoded. */
export function partsOf(url: string): readonly string[] {
  const path = /^[^?#]*/u.exec(url)?.[0] ?? '';
  return path
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The matched URL behind {@link findRoute}. */
export function findUrl(matches: RouteMatches, parts: readonly string[]): MatchedUrl | undefined {
  const byNode = ordinaryUrls(matches);
  const root = folderOf(matches.tree.root).node;
  const dropped = droppedUrls(matches);
  // A URL that Next drops without failing the build answers only where nothing else does.
  return (
    search(root, parts, 0, (node) => without(dropped, byNode.get(node))) ??
    search(root, parts, 0, (node) => byNode.get(node))
  );
}

function without(
  dropped: ReadonlySet<string>,
  url: MatchedUrl | undefined,
): MatchedUrl | undefined {
  return url !== undefined && dropped.has(url.url) ? undefined : url;
}

const droppedOf = new WeakMap<RouteMatches, ReadonlySet<string>>();

/** The URLs that strict matching leaves out silently. */
function droppedUrls(matches: RouteMatches): ReadonlySet<string> {
  const known = droppedOf.get(matches);
  if (known) return known;
  const incomplete = new Set(
    matchedUrlsOf(matches)
      .all.filter(({ verdict }) => !verdict.complete)
      .map(({ url }) => url),
  );
  const dropped = matches.routes.filter(
    ({ url, outcome }) => outcome === 'not-found' && incomplete.has(url),
  );
  const urls = new Set(dropped.map(({ url }) => url));
  droppedOf.set(matches, urls);
  return urls;
}

const byNodeOf = new WeakMap<RouteMatches, ReadonlyMap<UrlNode, MatchedUrl>>();

/** The URLs that can be asked for: not those that intercept. */
function ordinaryUrls(matches: RouteMatches): ReadonlyMap<UrlNode, MatchedUrl> {
  const known = byNodeOf.get(matches);
  if (known) return known;
  const ordinary = matchedUrlsOf(matches).all.filter((url) => !url.intercepting);
  const byNode = new Map(ordinary.map((url) => [url.node, url]));
  byNodeOf.set(matches, byNode);
  return byNode;
}

function search(
  node: UrlNode,
  parts: readonly string[],
  index: number,
  accept: (node: UrlNode) => MatchedUrl | undefined,
): MatchedUrl | undefined {
  const part = parts[index];
  const own = part === undefined ? accept(node) : undefined;
  if (own) return own;
  if (part !== undefined) {
    const same = node.child(part);
    const found = same && !same.intercepting && search(same, parts, index + 1, accept);
    if (found) return found;
    for (const child of node.dynamics) {
      const inside = partKind(child.part) === 'dynamic' && search(child, parts, index + 1, accept);
      if (inside) return inside;
    }
  }
  const takesRest = (kind: string) =>
    node.dynamics.find((child) => partKind(child.part) === kind && accept(child));
  const rest =
    (part === undefined ? undefined : takesRest('catch-all')) ?? takesRest('optional-catch-all');
  return rest && accept(rest);
}
