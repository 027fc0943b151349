import { compareText } from '../../compare-text.js';
import type { Folder } from '../url/folder.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import type { AppPaths } from './app-paths.js';
import {
  defaultOf,
  loaderFolder,
  orNothing,
  pageOf,
  retained,
  type LoaderFolder,
  type LoaderSlot,
  type LoaderTree,
} from './loader-tree.js';

/** The folders from the app directory to a page. */
type PagePath = readonly Folder[];

/** What the tree of a webpack build depends on beside the pages. */
type TreeRules = Pick<NextSemantics, 'childrenSlot' | 'besideInterception'>;

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
export function webpackTree(
  { pages, handlers }: AppPaths,
  rules: TreeRules,
): LoaderTree | undefined {
  const paths = pages.toSorted(byAppPath).map(({ path }) => path);
  const root = paths[0]?.[0];
  const handled = new Set(handlers.flatMap(({ path }) => path).filter(isSlot));
  return root && buildFolder(root, paths, { ...rules, handled });
}

/** Next sorts the app paths of pages as strings: a folder's path and `/page`. */
export function byAppPath(a: Folder, b: Folder): number {
  return compareText(`${a.segment.path}/page`, `${b.segment.path}/page`);
}

function buildFolder(folder: Folder, paths: readonly PagePath[], rules: UrlRules): LoaderFolder {
  const slots: LoaderSlot[] = [];
  for (const { name, folder: next } of chooseFolders(folder.depth, paths)) {
    const key = name.startsWith('@') ? name.slice(1) : name;
    const tree =
      next === folder
        ? pageOf(folder, folder.isCatchAllToWebpack)
        : buildFolder(next, pathsThrough(next, paths), rules);
    setSlot(slots, key, tree);
  }
  const marked = folder.isIntercepted;
  const intercepting = marked || slots.some(({ tree }) => tree.intercepting);
  const isHost = rules.besideInterception === 'kept' && !marked && intercepting;
  if (rules.childrenSlot === 'always' || folder.declaresChildren) {
    const staysEmpty = intercepting && rules.besideInterception === 'default-or-nothing';
    const otherwise = defaultOf(folder);
    fillSlot(slots, 'children', staysEmpty ? orNothing(otherwise) : otherwise, isHost);
  }
  for (const below of folder.slotFolders) {
    if (rules.handled.has(below) && below.segment.files.default === undefined) continue;
    fillSlot(slots, below.segment.name.value, defaultOf(below), isHost);
  }
  return loaderFolder(folder, slots, marked);
}

function pathsThrough(folder: Folder, paths: readonly PagePath[]): readonly PagePath[] {
  return paths.length === 1 ? paths : paths.filter((path) => path[folder.depth] === folder);
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

/** Fills a slot that no page fills; next to an interception the slots keep what they show. */
function fillSlot(slots: LoaderSlot[], key: string, otherwise: LoaderTree, isHost: boolean): void {
  const current = slots.find((slot) => slot.key === key)?.tree;
  if (isHost && current?.intercepting !== true) setSlot(slots, key, retained);
  else if (current === undefined) slots.push({ key, tree: otherwise });
}
