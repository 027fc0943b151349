import type { Segment } from '../tree/route-tree.js';
import { declaresChildren, isSlot } from './declared-slots.js';
import { foldersOf } from './folder-way.js';
import {
  defaultOf,
  missing,
  noGaps,
  pageOf,
  retained,
  type LayoutGap,
  type LoaderFolder,
  type LoaderTree,
} from './loader-tree.js';
import type { NextSemantics } from './next-semantics.js';
import { isInterceptingName } from './segment-url.js';
import type { WebpackRoute } from './webpack-routes.js';

/** The folders from the app directory to a page. */
type PagePath = readonly Segment[];

/** What the tree of a webpack build depends on beside the pages. */
export type WebpackTreeOptions = Pick<NextSemantics, 'childrenSlot' | 'interceptionKeepsSiblings'>;

/**
 * Builds the loader tree of one URL as webpack's `next-app-loader` does: from the sorted paths of the
 * URL's pages, folder by folder.
 *
 * @returns undefined for a URL without pages.
 */
export function webpackTree(
  route: WebpackRoute,
  options: WebpackTreeOptions,
): LoaderTree | undefined {
  const paths = route.pages.map(foldersOf).sort(byAppPath);
  const root = paths[0]?.[0];
  return root && buildFolder(root, 0, paths, false, options);
}

/** Next sorts the paths of pages as strings, each ending in `/page`. */
function byAppPath(a: PagePath, b: PagePath): number {
  const left = appPath(a);
  const right = appPath(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function appPath(path: PagePath): string {
  return `${path.at(-1)?.path ?? ''}/page`;
}

function buildFolder(
  folder: Segment,
  depth: number,
  paths: readonly PagePath[],
  belowMarker: boolean,
  options: WebpackTreeOptions,
): LoaderFolder {
  const belowOrAtMarker = belowMarker || isInterceptingName(folder.name.raw);
  const slots = new Map<string, LoaderTree>();
  const displaced: LoaderTree[] = [];
  for (const [key, next] of chooseFolders(depth, paths)) {
    const tree =
      next === folder
        ? pageOf(folder, folder.path.includes('[...'))
        : buildFolder(
            next,
            depth + 1,
            paths.filter((path) => path[depth + 1] === next),
            belowOrAtMarker,
            options,
          );
    slots.set(key === '@children' ? 'children' : key.replace('@', ''), tree);
  }
  const intercepting = [...slots.values()].some((tree) => tree.intercepting);
  const host = options.interceptionKeepsSiblings && !belowOrAtMarker && intercepting;
  if (options.childrenSlot === 'always' || declaresChildren(folder)) {
    fillAdjacent(slots, 'children', folder, host);
  }
  for (const below of folder.folders) {
    if (isSlot(below)) fillAdjacent(slots, below.name.value, below, host);
  }
  return summarise(folder, slots, displaced, intercepting || belowOrAtMarker);
}

/**
 * Which folder each slot of a level goes on with, by `children` or `@name`; the level's own folder
 * stands for its page. `@children` and `children` are two here: the one named later wins.
 */
function chooseFolders(depth: number, paths: readonly PagePath[]): ReadonlyMap<string, Segment> {
  const chosen = new Map<string, Segment>();
  let childrenPath: PagePath | undefined;
  for (const path of paths) {
    const next = path[depth + 1];
    if (next === undefined) {
      const own = path[depth];
      childrenPath = path;
      if (own) chosen.set('children', own);
    } else if (isSlot(next)) {
      chosen.set(next.name.raw, next);
    } else {
      // A page in a slot further down never displaces what `children` has.
      const taken = childrenPath !== undefined && chosen.get('children') !== next;
      if (taken && path.some(isSlot)) continue;
      if (taken && !childrenPath?.some(isSlot)) continue;
      childrenPath = path;
      chosen.set('children', next);
    }
  }
  return chosen;
}

function fillAdjacent(
  slots: Map<string, LoaderTree>,
  key: string,
  folder: Segment,
  host: boolean,
): void {
  const current = slots.get(key);
  if (host && !(current?.intercepting ?? false)) slots.set(key, retained);
  else if (current === undefined) {
    slots.set(key, folder.files.default === undefined ? missing : defaultOf(folder));
  }
}

function summarise(
  segment: Segment,
  slots: ReadonlyMap<string, LoaderTree>,
  displaced: readonly LoaderTree[],
  intercepting: boolean,
): LoaderFolder {
  const trees = [...slots.values()];
  const gaps: LayoutGap[] = [];
  for (const [key, tree] of slots) {
    if (tree.kind === 'missing') {
      gaps.push({
        owner: segment,
        slot: key === 'children' ? key : `@${key}`,
        layout: segment.files.layout === undefined ? undefined : segment,
        besideCatchAll: [],
        quiet: false,
      });
    }
    gaps.push(...tree.gaps);
  }
  return {
    kind: 'folder',
    segment,
    slots,
    displaced,
    hasPage: trees.some((tree) => tree.hasPage),
    onlyCatchAll: trees.every((tree) => tree.onlyCatchAll),
    hasCatchAll: trees.some((tree) => tree.hasCatchAll),
    specificity: Math.max(...trees.map((tree) => tree.specificity), -1),
    intercepting,
    gaps: gaps.length === 0 ? noGaps : gaps,
  };
}
