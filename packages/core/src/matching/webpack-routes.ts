import type { Segment } from '../tree/route-tree.js';
import { foldersOf, type FolderWay } from './folder-way.js';
import { isInterceptingName, isTransparent } from './segment-url.js';
import type { UrlNode } from './url-node.js';

/** One URL with the pages and route handlers that webpack builds it from. */
export interface WebpackRoute {
  readonly node: UrlNode;
  /** As Next prints it. */
  readonly url: string;
  /** Whether the URL contains an interception marker. */
  readonly intercepting: boolean;
  /** The URL's own pages first, then the catch-all pages that fill further slots. */
  readonly pages: readonly FolderWay[];
  readonly handlers: readonly FolderWay[];
}

/** A page in a catch-all, as it fills its slot at other URLs. */
interface CatchAllPage {
  readonly way: FolderWay;
  /** The named slots on its way, outermost first: it fills none where a page has the same. */
  readonly slots: string;
}

/**
 * Lists every URL with the pages that fill it, as `normalizeCatchAllRoutes` does: a catch-all page
 * joins each URL below its folder where no page lies in the same slots. Of several the one with the
 * most folders on its way is taken.
 *
 * Source of the behaviour: `next/dist/server/lib/router-utils/normalize-catchall-routes.js`.
 */
export function webpackRoutes(
  root: UrlNode,
  ways: ReadonlyMap<Segment, FolderWay>,
  catchAllFillsSiblings: boolean,
): WebpackRoute[] {
  const routes: WebpackRoute[] = [];
  const catchAlls = catchAllFillsSiblings ? catchAllPages(ways) : new Map<string, CatchAllPage[]>();
  collect(root, '', false, [], routes, ways, catchAlls);
  return routes;
}

function collect(
  node: UrlNode,
  above: string,
  belowMarker: boolean,
  inherited: readonly CatchAllPage[],
  routes: WebpackRoute[],
  ways: ReadonlyMap<Segment, FolderWay>,
  catchAlls: ReadonlyMap<string, readonly CatchAllPage[]>,
): void {
  const url = node.part === '' ? above : `${above}/${node.part}`;
  const intercepting = belowMarker || node.intercepting;
  if (node.pages.length > 0 || node.handlers.length > 0) {
    const pages = waysOf(node.pages, ways);
    const handlers = waysOf(node.handlers, ways);
    const filled = new Set([...pages, ...handlers].map(slotsOnWay));
    // An intercepting route is served by its own entry alone.
    const joining = intercepting ? [] : inherited.filter((page) => !filled.has(page.slots));
    routes.push({
      node,
      url: url === '' ? '/' : url,
      intercepting,
      pages: [...pages, ...joining.map((page) => page.way)],
      handlers,
    });
  }
  if (node.children.size === 0) return;
  const below = nearestOfEachSlot(catchAlls.get(url) ?? [], inherited);
  for (const child of node.children.values()) {
    collect(child, url, intercepting, below, routes, ways, catchAlls);
  }
}

function waysOf(segments: readonly Segment[], ways: ReadonlyMap<Segment, FolderWay>): FolderWay[] {
  return segments.flatMap((segment) => ways.get(segment) ?? []).sort(byPath);
}

/** The catch-all pages by the URL of the folder that the catch-all lies in. */
function catchAllPages(ways: ReadonlyMap<Segment, FolderWay>): Map<string, CatchAllPage[]> {
  const byBase = new Map<string, CatchAllPage[]>();
  for (const way of ways.values()) {
    const { path, files } = way.segment;
    // An optional catch-all never joins another URL: vercel/next.js has left that for later.
    if (files.page === undefined || !path.includes('[...') || path.includes('[[...')) continue;
    const base = baseUrl(way);
    const pages = byBase.get(base) ?? [];
    if (pages.length === 0) byBase.set(base, pages);
    pages.push({ way, slots: slotsOnWay(way) });
  }
  return byBase;
}

function baseUrl(way: FolderWay): string {
  let url = '';
  for (const segment of foldersOf(way).slice(1)) {
    if (segment.name.raw.includes('[...')) break;
    if (!isTransparent(segment)) url += `/${segment.name.raw.replaceAll('%5F', '_')}`;
  }
  return url;
}

/** Of the catch-all pages in the same slots only the first in Next's order can ever join a URL. */
function nearestOfEachSlot(
  own: readonly CatchAllPage[],
  inherited: readonly CatchAllPage[],
): readonly CatchAllPage[] {
  if (own.length === 0) return inherited;
  const first = new Map<string, CatchAllPage>();
  for (const page of [...own, ...inherited].sort(bySpecificity)) {
    if (!first.has(page.slots)) first.set(page.slots, page);
  }
  return [...first.values()];
}

function bySpecificity(a: CatchAllPage, b: CatchAllPage): number {
  return b.way.depth - a.way.depth || byPath(a.way, b.way);
}

function byPath(a: FolderWay, b: FolderWay): number {
  const left = `${a.segment.path}/`;
  const right = `${b.segment.path}/`;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The named slots on a way; `@children` is not one. */
function slotsOnWay(way: FolderWay): string {
  let slots = '';
  for (let each: FolderWay | undefined = way; each; each = each.parent) {
    const { raw } = each.segment.name;
    if (raw.startsWith('@') && raw !== '@children') slots = `/${raw}${slots}`;
  }
  return slots;
}

/** Whether a page lies below an intercepting folder. */
export function isIntercepted(way: FolderWay): boolean {
  for (let each: FolderWay | undefined = way; each; each = each.parent) {
    if (isInterceptingName(each.segment.name.raw)) return true;
  }
  return false;
}
