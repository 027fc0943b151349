import type { Segment } from '../../routes/route-tree.js';
import { foldersOf, type FolderWay } from './folder-way.js';
import type { UrlNode } from './url-node.js';

/** One URL with the pages and route handlers that webpack counts to it. */
export interface WebpackRoute {
  readonly node: UrlNode;
  /** As Next prints it. */
  readonly url: string;
  /** Whether the URL contains an interception marker. */
  readonly intercepting: boolean;
  /** Its own pages first, then those of catch-alls that fill further slots. */
  readonly pages: readonly FolderWay[];
  /** Likewise. A handler renders nothing, but takes a place that another page could fill. */
  readonly handlers: readonly FolderWay[];
}

type Ways = ReadonlyMap<Segment, FolderWay>;

/**
 * Lists every URL with the pages that fill it, as `normalizeCatchAllRoutes` does: a catch-all's page
 * or route handler joins each URL below its folder where none lies in the same slots. Of several the
 * one with the most folders on its way is taken.
 *
 * Source of the behaviour: `next/dist/server/lib/router-utils/normalize-catchall-routes.js`.
 */
export function webpackRoutes(
  root: UrlNode,
  ways: Ways,
  catchAllFillsSiblings: boolean,
): WebpackRoute[] {
  const routes: WebpackRoute[] = [];
  const catchAlls = catchAllFillsSiblings ? catchAllPages(ways) : new Map<string, FolderWay[]>();
  collect(root, '', false, [], { routes, ways, catchAlls });
  return routes;
}

/**
 * The page of Next's own `/_not-found`, which is a URL like any other to this: the catch-alls of slots
 * at the top of the app join it.
 */
export function notFoundRoute(root: UrlNode, ways: Ways): WebpackRoute {
  const joining = nearestOfEachSlot(catchAllPages(ways).get(''), noWays).filter(
    ({ slots }) => slots !== '',
  );
  return {
    node: root,
    url: '/_not-found',
    intercepting: false,
    pages: joining.filter(isPage),
    handlers: joining.filter((way) => !isPage(way)),
  };
}

interface Collection {
  readonly routes: WebpackRoute[];
  readonly ways: Ways;
  /** The pages and route handlers in a catch-all, by the URL of the folder that the catch-all lies in. */
  readonly catchAlls: ReadonlyMap<string, readonly FolderWay[]>;
}

function collect(
  node: UrlNode,
  above: string,
  belowMarker: boolean,
  inherited: readonly FolderWay[],
  collection: Collection,
): void {
  const url = node.part === '' ? above : `${above}/${node.part}`;
  const intercepting = belowMarker || node.intercepting;
  if (node.isRoute) {
    const own = waysOf(node.pages, collection.ways);
    const ownHandlers = handlersOf(node, collection.ways);
    // An intercepting route is served by its own entry alone.
    const joining = intercepting ? noWays : joiningPages(inherited, own, ownHandlers);
    const pages = joining.length === 0 ? own : [...own, ...joining.filter(isPage)];
    const handlers =
      joining.length === 0
        ? ownHandlers
        : [...ownHandlers, ...joining.filter((way) => !isPage(way))];
    collection.routes.push({ node, url: url === '' ? '/' : url, intercepting, pages, handlers });
  }
  if (node.children.length === 0) return;
  const below = nearestOfEachSlot(collection.catchAlls.get(url), inherited);
  for (const child of node.children) {
    collect(child, url, intercepting, below, collection);
  }
}

const noWays: readonly FolderWay[] = [];

function joiningPages(
  inherited: readonly FolderWay[],
  pages: readonly FolderWay[],
  handlers: readonly FolderWay[],
): readonly FolderWay[] {
  if (inherited.length === 0) return noWays;
  const inSlots = (slots: string) => (way: FolderWay) => way.slots === slots;
  return inherited.filter(
    ({ slots }) => !pages.some(inSlots(slots)) && !handlers.some(inSlots(slots)),
  );
}

/** A metadata file is a route handler that lies in the folder itself. */
function handlersOf({ handlers, metadata }: UrlNode, ways: Ways): readonly FolderWay[] {
  const own = waysOf(handlers, ways);
  if (metadata.length === 0) return own;
  return [...own, ...metadata.flatMap(({ segment }) => ways.get(segment) ?? [])];
}

/** Of a folder's files the one whose name comes first joins other URLs: `icon.png` before `page.tsx`. */
function isPage({ folder }: FolderWay): boolean {
  const { files, metadata } = folder.segment;
  const { page } = files;
  return page !== undefined && metadata.every(({ name }) => page < name);
}

function waysOf(segments: readonly Segment[], ways: Ways): readonly FolderWay[] {
  const [only] = segments;
  if (only === undefined) return noWays;
  if (segments.length === 1) {
    const way = ways.get(only);
    return way ? [way] : noWays;
  }
  return segments.flatMap((segment) => ways.get(segment) ?? []).sort(byPath);
}

function catchAllPages(ways: Ways): Map<string, FolderWay[]> {
  const byBase = new Map<string, FolderWay[]>();
  for (const way of ways.values()) {
    const { path } = way.folder.segment;
    // An optional catch-all never joins another URL: vercel/next.js has left that for later.
    if (!path.includes('[...') || path.includes('[[...')) continue;
    const base = baseUrl(way);
    if (base === undefined) continue;
    const pages = byBase.get(base);
    if (pages) pages.push(way);
    else byBase.set(base, [way]);
  }
  return byBase;
}

/** The URL that a catch-all lies at; undefined for one behind a marker, which no other URL can match. */
function baseUrl(way: FolderWay): string | undefined {
  let url = '';
  for (const { segment, part } of foldersOf(way)) {
    if (segment.name.raw.startsWith('[...')) return url;
    if (segment.name.raw.includes('[...')) return undefined;
    if (part !== '') url += `/${part}`;
  }
  return url;
}

/** Of the catch-all pages in the same slots only the first in Next's order can ever join a URL. */
function nearestOfEachSlot(
  own: readonly FolderWay[] | undefined,
  inherited: readonly FolderWay[],
): readonly FolderWay[] {
  if (own === undefined) return inherited;
  const first = new Map<string, FolderWay>();
  for (const page of [...own, ...inherited].sort(bySpecificity)) {
    if (!first.has(page.slots)) first.set(page.slots, page);
  }
  return [...first.values()];
}

function bySpecificity(a: FolderWay, b: FolderWay): number {
  return b.depth - a.depth || byPath(a, b);
}

function byPath(a: FolderWay, b: FolderWay): number {
  const left = `${a.folder.segment.path}/`;
  const right = `${b.folder.segment.path}/`;
  return left < right ? -1 : left > right ? 1 : 0;
}
