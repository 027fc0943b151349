import { filePath } from '../tree/walk.js';
import type { RouteTree, Segment } from '../tree/route-tree.js';
import { findConflicts } from './find-conflicts.js';
import { isCovered, readInterception } from './intercepting-routes.js';
import type { NextSemantics } from './next-semantics.js';
import type {
  InterceptingRoute,
  MatchObserver,
  MissingSlots,
  Outcome,
  Route,
  RouteMatches,
  UnmatchedPage,
} from './route-matches.js';
import { renderedBy } from './rendered.js';
import { isInterceptingName } from './segment-url.js';
import { slotFills } from './slot-fills.js';
import { turbopackUrls } from './turbopack-urls.js';
import { urlNodeOf, type UrlNode } from './url-node.js';
import type { MatchedUrl, MatchedUrls } from './matched-urls.js';
import { webpackUrls } from './webpack-urls.js';

const matched = new WeakMap<RouteTree, Map<string, RouteMatches>>();
const urlsOf = new WeakMap<RouteMatches, MatchedUrls>();

/**
 * Finds out what every slot shows at every URL in one Next version, and what Next refuses.
 *
 * The same tree with the same semantics gives the same object again at no cost. A tree that was read
 * again after a change is matched anew only where the change reaches.
 *
 * @param observer - Told of the work, for tests that count it.
 */
export function matchRoutes(
  tree: RouteTree,
  semantics: NextSemantics,
  observer?: MatchObserver,
): RouteMatches {
  const key = JSON.stringify(semantics);
  let ofTree = matched.get(tree);
  if (!ofTree) matched.set(tree, (ofTree = new Map<string, RouteMatches>()));
  const known = ofTree.get(key);
  if (known) return known;
  const urls =
    semantics.bundler === 'turbopack'
      ? turbopackUrls(tree, semantics, observer)
      : webpackUrls(tree, semantics, observer);
  const matches = summarise(tree, semantics, urls);
  ofTree.set(key, matches);
  urlsOf.set(matches, urls);
  return matches;
}

/** The URLs behind matches, for what is asked beside them: navigation and look-up. */
export function matchedUrlsOf(matches: RouteMatches): MatchedUrls {
  const urls = urlsOf.get(matches);
  if (!urls) throw new TypeError('These matches were not made by matchRoutes');
  return urls;
}

function summarise(tree: RouteTree, semantics: NextSemantics, urls: MatchedUrls): RouteMatches {
  const strict = semantics.routeMatching === 'strict';
  const ordinary = urls.all.filter((url) => !url.intercepting);
  const taken = new Set<Segment>();
  for (const url of urls.all) url.addParticipatingPages(taken);
  const interceptions = interceptingRoutes(tree, urls.all);
  return {
    tree,
    semantics,
    routes: ordinary.map((url) => asRoute(url, taken)).sort(byUrl),
    interceptions,
    missing: strict ? ordinary.flatMap((url) => url.missing).sort(byLayoutAndRoute) : [],
    unmatched: strict ? unmatchedPages(urls.all, taken) : [],
    canonical: strict ? interceptions.filter((each) => !each.covered) : [],
    missingDefaults: urls.missingDefaults,
    unbuildableSlots: urls.unbuildableSlots,
    conflicts: findConflicts(urlNodeOf(tree.root)),
  };
}

function asRoute(matchedUrl: MatchedUrl, taken: ReadonlySet<Segment>): Route {
  let slots: Route['slots'] | undefined;
  let renders: Route['renders'] | undefined;
  const outcome = outcomeOf(matchedUrl, taken);
  return {
    url: matchedUrl.url,
    kind: matchedUrl.node.pages.length > 0 ? 'page' : 'handler',
    outcome,
    gaps: matchedUrl.gaps,
    get slots() {
      slots ??= slotFills(matchedUrl.tree());
      return slots;
    },
    get renders() {
      const tree = outcome === 'ok' ? matchedUrl.tree() : undefined;
      renders ??= tree ? [...new Set(renderedBy(tree).files)].sort() : [];
      return renders;
    },
  };
}

function outcomeOf(url: MatchedUrl, taken: ReadonlySet<Segment>): Outcome {
  if (url.refused || url.missing.length > 0) return 'build-error';
  if (url.complete) return url.fatal ? 'not-found' : 'ok';
  // Next drops a URL without a word where its pages take part in others.
  return url.node.pages.every((page) => taken.has(page)) ? 'not-found' : 'build-error';
}

function interceptingRoutes(tree: RouteTree, all: readonly MatchedUrl[]): InterceptingRoute[] {
  const root = urlNodeOf(tree.root);
  const complete = new Set<UrlNode>();
  for (const url of all) {
    if (!url.intercepting && url.complete && url.node.pages.length > 0) complete.add(url.node);
  }
  return all
    .filter((url) => url.intercepting && url.complete)
    .flatMap((url): InterceptingRoute[] => {
      const interception = readInterception(url.url);
      const page = url.node.pages[0];
      if (!interception || !page) return [];
      const { from, target } = interception;
      const covered = target !== null && isCovered(target, root, complete);
      const file = filePath(page, 'page') ?? page.path;
      return [{ url: url.url, segment: markedFolder(tree, page), file, from, target, covered }];
    })
    .sort(byUrl);
}

function markedFolder(tree: RouteTree, page: Segment): Segment {
  let folder = tree.root;
  let marked = page;
  for (const name of page.path.split('/')) {
    const below = folder.folders.find((each) => each.name.raw === name);
    if (!below) return marked;
    if (isInterceptingName(name)) marked = below;
    folder = below;
  }
  return marked;
}

function unmatchedPages(all: readonly MatchedUrl[], taken: ReadonlySet<Segment>): UnmatchedPage[] {
  return all
    .flatMap(({ node, url, gaps, complete }) =>
      node.pages
        .filter((page) => !taken.has(page))
        .map((segment): UnmatchedPage => ({
          file: filePath(segment, 'page') ?? segment.path,
          segment,
          url,
          gaps,
          displacedBy: complete ? displacing(segment) : null,
        })),
    )
    .sort((a, b) => compare(a.file, b.file));
}

function displacing(segment: Segment): string | null {
  const children = segment.folders.find((folder) => folder.name.raw === '@children');
  if (!children) return null;
  return filePath(children, 'page') ?? filePath(children, 'default') ?? children.path;
}

function byUrl(a: { readonly url: string }, b: { readonly url: string }): number {
  return compare(a.url, b.url);
}

function byLayoutAndRoute(a: MissingSlots, b: MissingSlots): number {
  return compare(a.layout, b.layout) || compare(a.route, b.route);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
