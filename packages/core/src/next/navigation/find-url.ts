import type { RouteMatches } from '../route-matches.js';
import { isKind } from '../url/is-covered.js';
import type { UrlNode } from '../url/url-node.js';
import { textsOf } from '../url/url-part.js';
import type { MatchedUrl } from '../verdict/matched-url.js';

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
  const parts = partsOf(url);
  const found = findUrl(matches, parts);
  return found && { route: found.url, parts };
}

/** The parts of a concrete URL without query and fragment, decoded. */
export function partsOf(url: string): readonly string[] {
  const path = /^[^?#]*/u.exec(url)?.[0] ?? '';
  return textsOf(path).map(decode);
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
  const { served, dropped } = matches.derive(ordinaryUrls);
  // A URL that Next drops without failing the build answers only where nothing else does.
  return (
    search(matches.top, parts, 0, (node) => served.get(node)) ??
    search(matches.top, parts, 0, (node) => served.get(node) ?? dropped.get(node))
  );
}

type UrlsOfNodes = ReadonlyMap<UrlNode, MatchedUrl>;

/** The URLs that can be asked for, those apart that strict matching leaves out silently. */
function ordinaryUrls({ urls, routes }: RouteMatches): Record<'served' | 'dropped', UrlsOfNodes> {
  const notFound = new Set(
    routes.flatMap(({ url, slotOutcome }) => (slotOutcome === 'not-found' ? [url] : [])),
  );
  const served = new Map<UrlNode, MatchedUrl>();
  const dropped = new Map<UrlNode, MatchedUrl>();
  for (const each of urls) {
    if (each.intercepting) continue;
    const isDropped = !each.verdict.complete && notFound.has(each.url);
    (isDropped ? dropped : served).set(each.node, each);
  }
  return { served, dropped };
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
    for (const child of node.dynamics.filter(isKind('dynamic'))) {
      const inside = search(child, parts, index + 1, accept);
      if (inside) return inside;
    }
    const rest = firstAccepted(node.dynamics.filter(isKind('catch-all')), accept);
    if (rest) return rest;
  }
  return firstAccepted(node.dynamics.filter(isKind('optional-catch-all')), accept);
}

function firstAccepted(
  nodes: readonly UrlNode[],
  accept: (node: UrlNode) => MatchedUrl | undefined,
): MatchedUrl | undefined {
  for (const node of nodes) {
    const accepted = accept(node);
    if (accepted) return accepted;
  }
  return undefined;
}
