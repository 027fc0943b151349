import { compareText } from '../../compare-text.js';
import type { RouteMatches } from '../route-matches.js';
import { isKind } from '../url/is-covered.js';
import type { UrlNode } from '../url/url-node.js';
import { hasBracketsInside, isOpen, textsOf } from '../url/url-part.js';
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
  let otherwise: MatchedUrl | undefined;
  for (const node of nodesTaking(matches, parts)) {
    const found = served.get(node);
    if (found) return found;
    // A URL that Next drops without failing the build answers only where nothing else does.
    otherwise ??= dropped.get(node);
  }
  return otherwise;
}

/** The URLs that take a concrete one, in the order in which Next asks them. */
function* nodesTaking(matches: RouteMatches, parts: readonly string[]): Generator<UrlNode> {
  const exact = matches.top.find(parts);
  if (exact) yield exact;
  for (const node of nodesBelow(matches.top, parts, 0, matches.derive(staticParts))) {
    if (takes(node, parts)) yield node;
  }
}

function* nodesBelow(
  node: UrlNode,
  parts: readonly string[],
  index: number,
  staticsFor: StaticParts,
): Generator<UrlNode> {
  const part = parts[index];
  if (part === undefined) {
    yield node;
  } else {
    for (const child of [...staticsFor(node, part), ...node.dynamics.filter(isKind('dynamic'))]) {
      yield* nodesBelow(child, parts, index + 1, staticsFor);
    }
    yield* node.dynamics.filter(isKind('catch-all'));
  }
  yield* node.dynamics.filter(isKind('optional-catch-all'));
}

/** Gives the nodes right below one whose static part takes a text, in the order in which Next asks them. */
type StaticParts = (node: UrlNode, text: string) => readonly UrlNode[];

function staticParts({ semantics, urls }: RouteMatches): StaticParts {
  const literal: StaticParts = (node, text) => {
    const child = node.child(text);
    return child ? [child] : [];
  };
  const hasBrackets =
    semantics.bracketsInName === 'any-text' &&
    urls.some(({ node }) => node.parts.some(hasBracketsInside));
  if (!hasBrackets) return literal;
  const inOrder = semantics.urlPatterns === 'sorted-by-build' ? compareText : compareInLocale;
  return (node, text) =>
    Array.from(node.children)
      .filter(({ part }) => part?.text === text || (part && hasBracketsInside(part)))
      .sort((a, b) => inOrder(a.part?.text ?? '', b.part?.text ?? ''));
}

/** As `sortPages` of Next does. */
function compareInLocale(a: string, b: string): number {
  return a.localeCompare(b);
}

/** Brackets inside a name take any text only in a route that has a dynamic part as well. */
function takes({ parts }: UrlNode, texts: readonly string[]): boolean {
  return parts.some(isOpen) || parts.every(({ text }, index) => text === texts[index]);
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
