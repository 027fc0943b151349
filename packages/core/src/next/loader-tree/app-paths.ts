import { compareText } from '../../compare-text.js';
import { remembered } from '../../remembered.js';
import type { Folder } from '../url/folder.js';
import type { UrlNode } from '../url/url-node.js';
import { printUrl } from '../url/url-part.js';

/** The pages and route handlers that webpack counts to one URL: its app paths. */
export interface AppPaths {
  readonly node: UrlNode;
  /** Its own pages first, then those of catch-alls that fill further slots. */
  readonly pages: readonly Folder[];
  /** Likewise. A handler renders nothing, but takes a place that another page could fill. */
  readonly handlers: readonly Folder[];
}

/**
 * Lists every URL with the pages that fill it, as `normalizeCatchAllRoutes` does: a catch-all's page
 * or route handler joins each URL below its folder where none lies in the same slots. Of several the
 * one with the most folders above it is taken.
 *
 * Source of the behaviour: `next/dist/server/lib/router-utils/normalize-catchall-routes.js`.
 */
export function appPathsOf(root: Folder, top: UrlNode, fillsSiblings: boolean): AppPaths[] {
  const found: AppPaths[] = [];
  const catchAlls = fillsSiblings ? catchAllsByUrl(root) : new Map<string, Folder[]>();
  collect(top, none, catchAlls, found);
  return found;
}

/**
 * The app paths of Next's own `/_not-found`, which is a URL like any other to this: the catch-alls of
 * slots at the top of the app join it.
 */
export function appPathsOfNotFound(root: Folder, top: UrlNode): AppPaths {
  const atTop = nearestOfEachSlot(catchAllsByUrl(root).get(top.url) ?? none, none);
  const joining = atTop.filter(({ slots }) => slots !== '');
  return { node: top, ...byKind(joining) };
}

/** @param inherited - The pages of catch-alls at and above the parent. */
function collect(
  node: UrlNode,
  inherited: readonly Folder[],
  catchAlls: ReadonlyMap<string, readonly Folder[]>,
  found: AppPaths[],
): void {
  if (node.isRoute) found.push(withJoining(node, inherited));
  const own = catchAlls.get(node.url);
  const below = own ? nearestOfEachSlot(own, inherited) : inherited;
  for (const child of node.children) collect(child, below, catchAlls, found);
}

function withJoining(node: UrlNode, inherited: readonly Folder[]): AppPaths {
  const pages = sorted(node.pages);
  // A metadata file is a route handler that lies in the folder itself.
  const handlers = [...sorted(node.handlers), ...node.metadata.map(({ folder }) => folder)];
  // An intercepting route is served by its own entry alone.
  if (inherited.length === 0 || node.intercepting) return { node, pages, handlers };
  const taken = new Set([...pages, ...handlers].map(({ slots }) => slots));
  const joining = byKind(inherited.filter(({ slots }) => !taken.has(slots)));
  return {
    node,
    pages: [...pages, ...joining.pages],
    handlers: [...handlers, ...joining.handlers],
  };
}

function byKind(folders: readonly Folder[]): Pick<AppPaths, 'pages' | 'handlers'> {
  return {
    pages: folders.filter(isPage),
    handlers: folders.filter((folder) => !isPage(folder)),
  };
}

/** Of a folder's files the one whose name comes first joins other URLs: `icon.png` before `page.tsx`. */
function isPage({ segment: { files, metadata } }: Folder): boolean {
  const { page } = files;
  return page !== undefined && metadata.every(({ name }) => page < name);
}

/** The folders with a file of a catch-all, by the URL that the catch-all lies at. */
function catchAllsByUrl(root: Folder): Map<string, Folder[]> {
  const byUrl = new Map<string, Folder[]>();
  const visit = (folder: Folder): void => {
    const { files, metadata } = folder.segment;
    const holdsRoute = files.page !== undefined || files.route !== undefined || metadata.length > 0;
    const base = holdsRoute && folder.isCatchAllToWebpack ? baseUrl(folder) : undefined;
    if (base !== undefined) remembered(byUrl, base, (): Folder[] => []).push(folder);
    folder.folders.forEach(visit);
  };
  visit(root);
  return byUrl;
}

/**
 * The URL that a catch-all lies at; undefined for one behind a marker, which no other URL can match, and
 * for an optional one, which never joins another URL: vercel/next.js has left that for later.
 */
function baseUrl({ path }: Folder): string | undefined {
  const names = path.map(({ segment }) => segment.name.raw);
  const at = names.findIndex((name) => name.includes('[...'));
  if (names[at]?.startsWith('[...') !== true) return undefined;
  if (names.some((name) => name.includes('[[...'))) return undefined;
  return printUrl(path.slice(0, at).flatMap(({ part }) => part ?? []));
}

/** Of the catch-all pages in the same slots only the first in Next's order can ever join a URL. */
function nearestOfEachSlot(own: readonly Folder[], inherited: readonly Folder[]): Folder[] {
  const first = new Map<string, Folder>();
  for (const page of [...own, ...inherited].sort(bySpecificity)) {
    if (!first.has(page.slots)) first.set(page.slots, page);
  }
  return [...first.values()];
}

function bySpecificity(a: Folder, b: Folder): number {
  return b.depth - a.depth || byPath(a, b);
}

function sorted(folders: readonly Folder[]): readonly Folder[] {
  return folders.length < 2 ? folders : folders.toSorted(byPath);
}

function byPath(a: Folder, b: Folder): number {
  return compareText(`${a.segment.path}/`, `${b.segment.path}/`);
}

const none: readonly Folder[] = [];
