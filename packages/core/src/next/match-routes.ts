import { once } from '../once.js';
import { filePath, joinPath } from '../routes/walk.js';
import type { RouteTree, Segment } from '../routes/route-tree.js';
import { displacedPages } from './verdict/displaced-pages.js';
import { findConflicts } from './verdict/find-conflicts.js';
import { folderOf } from './url/folder.js';
import { isCovered, readInterception } from './navigation/intercepting-routes.js';
import type { TreeGap } from './loader-tree/loader-tree.js';
import type { NextSemantics } from './versions/next-semantics.js';
import type {
  Gap,
  InterceptingRoute,
  MatchObserver,
  MissingSlots,
  Outcome,
  Route,
  RouteMatches,
  UnmatchedPage,
} from './route-matches.js';
import { filesShown, renderedBy } from './loader-tree/rendered.js';
import { isInterceptingName } from './url/segment-url.js';
import { slotFills } from './verdict/slot-fills.js';
import { turbopackUrls } from './url/turbopack-urls.js';
import type { UrlNode } from './url/url-node.js';
import type { MatchedUrl, MatchedUrls } from './url/matched-urls.js';
import { webpackUrls } from './url/webpack-urls.js';

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

/** Lets matches that were made of others answer the same questions. */
export function shareUrls(from: RouteMatches, to: RouteMatches): void {
  urlsOf.set(to, matchedUrlsOf(from));
}

function summarise(tree: RouteTree, semantics: NextSemantics, urls: MatchedUrls): RouteMatches {
  const strict = semantics.routeMatching === 'strict';
  const segmentAt = segmentIndex(tree);
  const gapsOf = gapResolver(segmentAt);
  const taken = once(() => participatingPages(urls));
  const routes: Route[] = [];
  for (const url of urls.all) {
    if (url.intercepting) continue;
    const outcome = outcomeOf(url, strict, taken);
    routes.push(new MatchedRoute(url, outcome, gapsOf(url.verdict.gaps)));
  }
  const interceptions = interceptingRoutes(tree, urls.all, segmentAt, strict);
  return {
    tree,
    semantics,
    routes: routes.sort(byUrl),
    interceptions,
    missing: strict ? missingSlots(urls.all, gapsOf) : [],
    unmatched: strict ? unmatchedPages(urls.all, taken, gapsOf) : [],
    displaced: urls.all.filter(hasDisplaced).flatMap(displacedPages).sort(byUrl),
    canonical: strict ? interceptions.filter((each) => !each.covered) : [],
    missingDefaults: urls.missingDefaults,
    unbuildableSlots: urls.unbuildableSlots,
    conflicts: findConflicts(tree, semantics, keptNodes(urls.all)),
  };
}

function hasDisplaced({ verdict }: MatchedUrl): boolean {
  return verdict.displaced.length > 0;
}

type Taken = () => ReadonlySet<Segment>;

/** The pages that take part in a URL which Next keeps. */
function participatingPages({ all, alsoMatched }: MatchedUrls): ReadonlySet<Segment> {
  const pages = new Set(alsoMatched);
  for (const url of all) url.addParticipatingPages(pages);
  return pages;
}

function keptNodes(all: readonly MatchedUrl[]): (node: UrlNode) => boolean {
  const dropped = once(() => {
    const nodes = all.flatMap((url) => (url.verdict.complete ? [] : [url.node]));
    return new Set(nodes);
  });
  return (node) => !dropped().has(node);
}

type SegmentIndex = (path: string) => Segment | undefined;

/** Finds segments by their paths; the index is made when first asked. */
function segmentIndex(tree: RouteTree): SegmentIndex {
  const byPath = once(() => {
    const segments = new Map<string, Segment>();
    addBelow(tree.root, segments);
    return segments;
  });
  return (path) => byPath().get(path);
}

function addBelow(segment: Segment, byPath: Map<string, Segment>): void {
  byPath.set(segment.path, segment);
  for (const folder of segment.folders) addBelow(folder, byPath);
}

/** Finds the segments of gaps. */
function gapResolver(segmentAt: SegmentIndex): GapResolver {
  return (gaps) => {
    if (gaps.length === 0) return noGaps;
    return gaps.flatMap(({ owner, slot }): Gap[] => {
      const segment = segmentAt(owner);
      return segment ? [{ owner: segment, slot }] : [];
    });
  };
}

type GapResolver = (gaps: readonly TreeGap[]) => readonly Gap[];

const noGaps: readonly Gap[] = [];

/** A route that looks into its tree when asked. */
class MatchedRoute implements Route {
  readonly url: string;
  readonly kind: Route['kind'];
  readonly outcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly #matched: MatchedUrl;
  #slots: Route['slots'] | undefined;
  #renders: Route['renders'] | undefined;

  constructor(matchedUrl: MatchedUrl, outcome: Outcome, gaps: readonly Gap[]) {
    this.url = matchedUrl.url;
    this.kind = matchedUrl.node.pages.length > 0 ? 'page' : 'handler';
    this.outcome = outcome;
    this.gaps = gaps;
    this.#matched = matchedUrl;
  }

  get file(): string {
    const { pages, handlers, metadata } = this.#matched.node;
    const found = this.kind === 'page' ? pages : handlers;
    const [first] = metadata;
    if (found.length === 0 && first) return joinPath(first.segment.path, first.name);
    const own = found.find(({ path }) => !isInSlot(path)) ?? found[0];
    return (own && filePath(own, this.kind === 'page' ? 'page' : 'route')) ?? '';
  }

  get slots(): Route['slots'] {
    // What a slot's catch-all has for the URL of a handler is never shown.
    return (this.#slots ??= this.kind === 'handler' ? [] : slotFills(this.#matched.tree));
  }

  get renders(): Route['renders'] {
    const isShown = this.outcome === 'ok' && this.kind === 'page';
    const tree = isShown ? this.#matched.tree : undefined;
    return (this.#renders ??= tree ? filesShown(renderedBy(tree).shown) : []);
  }
}

/** Whether a folder is a named slot or lies in one, by its path. */
function isInSlot(path: string): boolean {
  return /(?:^|\/)@(?!children(?:\/|$))/u.test(path);
}

function outcomeOf(url: MatchedUrl, strict: boolean, taken: Taken): Outcome {
  const { node, verdict } = url;
  if (verdict.refused || verdict.missing.length > 0) return 'build-error';
  // Strict matching wants each page to take part in some URL, if not in its own.
  const matched = !strict || url.showsOwnPages || node.pages.every((page) => taken().has(page));
  if (!matched) return 'build-error';
  return verdict.complete && !verdict.fatal ? 'ok' : 'not-found';
}

function interceptingRoutes(
  tree: RouteTree,
  all: readonly MatchedUrl[],
  segmentAt: SegmentIndex,
  strict: boolean,
): InterceptingRoute[] {
  const intercepting = all.filter((url) => url.intercepting && url.verdict.complete);
  if (intercepting.length === 0) return [];
  const complete = new Set<UrlNode>();
  for (const { node, intercepting: marked, verdict, hasPage } of all) {
    // Strict matching wants a page; else a route handler answers a hard load as well.
    if (!marked && verdict.complete && (hasPage || !strict)) complete.add(node);
  }
  const root = folderOf(tree.root).node;
  const found: InterceptingRoute[] = [];
  for (const { url, node } of intercepting) {
    const interception = readInterception(url);
    const page = node.pages[0];
    if (!interception || !page) continue;
    const { from, target } = interception;
    const covered = target !== null && isCovered(target, root, complete);
    const file = filePath(page, 'page') ?? page.path;
    found.push({ url, segment: markedFolder(page, segmentAt), file, from, target, covered });
  }
  return found.sort(byUrl);
}

function markedFolder(page: Segment, segmentAt: SegmentIndex): Segment {
  const names = page.path.split('/');
  const marked = names.findLastIndex(isInterceptingName);
  return segmentAt(names.slice(0, marked + 1).join('/')) ?? page;
}

function missingSlots(all: readonly MatchedUrl[], gapsOf: GapResolver): MissingSlots[] {
  const missing: MissingSlots[] = [];
  for (const { url, intercepting, verdict } of all) {
    if (intercepting) continue;
    for (const { layout, slots, gaps } of verdict.missing) {
      missing.push({ layout, slots, route: url, gaps: gapsOf(gaps) });
    }
  }
  return missing.sort(byLayoutAndRoute);
}

function unmatchedPages(
  all: readonly MatchedUrl[],
  taken: Taken,
  gapsOf: GapResolver,
): UnmatchedPage[] {
  const unmatched: UnmatchedPage[] = [];
  for (const matchedUrl of all) {
    if (matchedUrl.showsOwnPages) continue;
    const { node, url, verdict } = matchedUrl;
    for (const segment of node.pages) {
      if (taken().has(segment)) continue;
      unmatched.push({
        file: filePath(segment, 'page') ?? segment.path,
        segment,
        url,
        gaps: gapsOf(verdict.gaps),
        displacedBy: verdict.complete ? displacing(segment) : null,
      });
    }
  }
  return unmatched.sort((a, b) => compare(a.file, b.file));
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
