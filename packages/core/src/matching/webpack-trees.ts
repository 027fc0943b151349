import type { Folder } from './folder.js';
import { foldersOf } from './folder-way.js';
import {
  defaultOf,
  missing,
  noGaps,
  pageOf,
  retained,
  type LoaderFolder,
  type LoaderSlot,
  type LoaderTree,
} from './loader-tree.js';
import type { NextSemantics } from './next-semantics.js';
import { isInterceptingName } from './segment-url.js';
import type { WebpackRoute } from './webpack-routes.js';

/** The folders from the app directory to a page. */
type PagePath = readonly Folder[];

/** What the tree of a webpack build depends on beside the pages. */
type TreeRules = Pick<NextSemantics, 'childrenSlot' | 'interceptionKeepsSiblings'>;

/**
 * Builds the loader tree of one URL as webpack's `next-app-loader` does: from the sorted paths of the
 * URL's pages, folder by folder.
 *
 * @returns undefined for a URL without pages.
 */
export function webpackTree(route: WebpackRoute, rules: TreeRules): LoaderTree | undefined {
  const paths = route.pages.map(foldersOf).sort(byAppPath);
  const root = paths[0]?.[0];
  return root && buildFolder(root, 0, paths, false, rules);
}

/** Next sorts the paths of pages as strings, each ending in `/page`. */
function byAppPath(a: PagePath, b: PagePath): number {
  const left = appPath(a);
  const right = appPath(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function appPath(path: PagePath): string {
  return `${path.at(-1)?.segment.path ?? ''}/page`;
}

function buildFolder(
  folder: Folder,
  depth: number,
  paths: readonly PagePath[],
  belowMarker: boolean,
  rules: TreeRules,
): LoaderFolder {
  const marked = belowMarker || isInterceptingName(folder.segment.name.raw);
  const slots = new Map<string, LoaderTree>();
  for (const [name, next] of chooseFolders(depth, paths)) {
    const key = name === '@children' ? 'children' : name.replace('@', '');
    if (next === folder) {
      slots.set(key, pageOf(folder.segment, folder.segment.path.includes('[...')));
    } else {
      const further = paths.filter((path) => path[depth + 1] === next);
      slots.set(key, buildFolder(next, depth + 1, further, marked, rules));
    }
  }
  const intercepting = marked || [...slots.values()].some((tree) => tree.intercepting);
  const host = rules.interceptionKeepsSiblings && !marked && intercepting;
  if (rules.childrenSlot === 'always' || folder.declaresChildren) {
    fillAdjacent(slots, 'children', folder, host);
  }
  for (const below of folder.slotFolders) {
    fillAdjacent(slots, below.segment.name.value, below, host);
  }
  return summarised(folder, slots, intercepting);
}

/**
 * Which folder each slot of a level goes on with, by `children` or `@name`; the level's own folder
 * stands for its page. `@children` and `children` are two here: the one named later wins.
 */
function chooseFolders(depth: number, paths: readonly PagePath[]): ReadonlyMap<string, Folder> {
  const chosen = new Map<string, Folder>();
  let childrenPath: PagePath | undefined;
  for (const path of paths) {
    const own = path[depth];
    const next = path[depth + 1];
    if (next === undefined) {
      childrenPath = path;
      if (own) chosen.set('children', own);
    } else if (next.isSlot) {
      chosen.set(next.segment.name.raw, next);
    } else {
      const taken = childrenPath !== undefined && chosen.get('children') !== next;
      // A page in a slot further down never displaces what `children` has; two pages outside slots
      // are an error to Next.
      if (taken && (path.some(isSlot) || childrenPath?.some(isSlot) !== true)) continue;
      childrenPath = path;
      chosen.set('children', next);
    }
  }
  return chosen;
}

function isSlot(folder: Folder): boolean {
  return folder.isSlot;
}

function fillAdjacent(
  slots: Map<string, LoaderTree>,
  key: string,
  { segment }: Folder,
  host: boolean,
): void {
  const current = slots.get(key);
  if (host && current?.intercepting !== true) slots.set(key, retained);
  else if (current === undefined) {
    slots.set(key, segment.files.default === undefined ? missing : defaultOf(segment));
  }
}

function summarised(
  { segment }: Folder,
  byKey: ReadonlyMap<string, LoaderTree>,
  intercepting: boolean,
): LoaderFolder {
  const slots = [...byKey].map(([key, tree]): LoaderSlot => ({ key, tree }));
  return {
    kind: 'folder',
    segment,
    slots,
    displaced: [],
    hasPage: slots.some(({ tree }) => tree.hasPage),
    onlyCatchAll: slots.every(({ tree }) => tree.onlyCatchAll),
    hasCatchAll: slots.some(({ tree }) => tree.hasCatchAll),
    specificity: Math.max(...slots.map(({ tree }) => tree.specificity), -1),
    intercepting,
    // Webpack judges by the paths of pages, see webpack-strict.ts.
    gaps: noGaps,
  };
}
