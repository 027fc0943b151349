import type { Folder } from '../url/folder.js';
import { foldersOf } from '../url/folder-way.js';
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
import type { NextSemantics } from '../versions/next-semantics.js';
import { isInterceptingName } from '../url/segment-url.js';
import type { WebpackRoute } from '../url/webpack-routes.js';

/** The folders from the app directory to a page. */
type PagePath = readonly Folder[];

/** What the tree of a webpack build depends on beside the pages. */
type TreeRules = Pick<NextSemantics, 'childrenSlot' | 'interceptionKeepsSiblings'>;

interface UrlRules extends TreeRules {
  /** The slots that hold a route handler of the URL: they need no page (oracle: handlersInSlots). */
  readonly handled: ReadonlySet<Folder>;
}

/**
 * Builds the loader tree of one URL as webpack's `next-app-loader` does: from the sorted paths of the
 * URL's pages, folder by folder.
 *
 * @returns undefined for a URL without pages.
 */
export function webpackTree(route: WebpackRoute, rules: TreeRules): LoaderTree | undefined {
  const paths = route.pages.map(foldersOf).sort(byAppPath);
  const root = paths[0]?.[0];
  const handled = new Set(route.handlers.flatMap(foldersOf).filter(isSlot));
  return root && buildFolder(root, 0, paths, false, { ...rules, handled });
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
  rules: UrlRules,
): LoaderFolder {
  const marked = belowMarker || isInterceptingName(folder.segment.name.raw);
  const slots: LoaderSlot[] = [];
  for (const { name, folder: next } of chooseFolders(depth, paths)) {
    const key = name.startsWith('@') ? name.slice(1) : name;
    const tree =
      next === folder
        ? pageOf(folder.segment, folder.segment.path.includes('[...'))
        : buildFolder(next, depth + 1, pathsThrough(next, depth + 1, paths), marked, rules);
    setSlot(slots, key, tree);
  }
  const intercepting = marked || slots.some(({ tree }) => tree.intercepting);
  const host = rules.interceptionKeepsSiblings && !marked && intercepting;
  if (rules.childrenSlot === 'always' || folder.declaresChildren) {
    fillAdjacent(slots, 'children', folder, host);
  }
  for (const below of folder.slotFolders) {
    if (rules.handled.has(below) && below.segment.files.default === undefined) continue;
    fillAdjacent(slots, below.segment.name.value, below, host);
  }
  return summarised(folder, slots, intercepting);
}

function pathsThrough(
  folder: Folder,
  depth: number,
  paths: readonly PagePath[],
): readonly PagePath[] {
  return paths.length === 1 ? paths : paths.filter((path) => path[depth] === folder);
}

/** What a slot of a level goes on with; the level's own folder stands for its page. */
interface Choice {
  /** `children` or `@name`. */
  readonly name: string;
  folder: Folder;
}

/**
 * Which folder each slot of a level goes on with. `@children` and `children` are two here: the one
 * named later wins.
 */
function chooseFolders(depth: number, paths: readonly PagePath[]): readonly Choice[] {
  const chosen: Choice[] = [];
  let childrenPath: PagePath | undefined;
  for (const path of paths) {
    const own = path[depth];
    const next = path[depth + 1];
    if (next === undefined) {
      childrenPath = path;
      if (own) choose(chosen, 'children', own);
    } else if (next.isSlot) {
      choose(chosen, next.segment.name.raw, next);
    } else {
      const current = chosen.find(({ name }) => name === 'children')?.folder;
      const taken = childrenPath !== undefined && current !== next;
      // A page in a slot further down never displaces what `children` has; two pages outside slots
      // are an error to Next.
      if (taken && (path.some(isSlot) || childrenPath?.some(isSlot) !== true)) continue;
      childrenPath = path;
      choose(chosen, 'children', next);
    }
  }
  return chosen;
}

function choose(chosen: Choice[], name: string, folder: Folder): void {
  const known = chosen.find((choice) => choice.name === name);
  if (known) known.folder = folder;
  else chosen.push({ name, folder });
}

/** Puts a tree into a slot: in the place of the one it has, else behind the others. */
function setSlot(slots: LoaderSlot[], key: string, tree: LoaderTree): void {
  const at = slots.findIndex((slot) => slot.key === key);
  if (at < 0) slots.push({ key, tree });
  else slots[at] = { key, tree };
}

function isSlot(folder: Folder): boolean {
  return folder.isSlot;
}

function fillAdjacent(slots: LoaderSlot[], key: string, { segment }: Folder, host: boolean): void {
  const current = slots.find((slot) => slot.key === key)?.tree;
  if (host && current?.intercepting !== true) setSlot(slots, key, retained);
  else if (current === undefined) {
    slots.push({ key, tree: segment.files.default === undefined ? missing : defaultOf(segment) });
  }
}

function summarised(
  { segment }: Folder,
  slots: readonly LoaderSlot[],
  intercepting: boolean,
): LoaderFolder {
  let hasPage = false;
  let onlyCatchAll = true;
  let hasCatchAll = false;
  let specificity = -1;
  for (const { tree } of slots) {
    hasPage ||= tree.hasPage;
    onlyCatchAll &&= tree.onlyCatchAll;
    hasCatchAll ||= tree.hasCatchAll;
    specificity = Math.max(specificity, tree.specificity);
  }
  return {
    kind: 'folder',
    segment,
    slots,
    displaced: noTrees,
    hasPage,
    onlyCatchAll,
    hasCatchAll,
    specificity,
    intercepting,
    // Webpack judges by the paths of pages, see webpack-strict.ts.
    gaps: noGaps,
  };
}

const noTrees: readonly LoaderTree[] = [];
