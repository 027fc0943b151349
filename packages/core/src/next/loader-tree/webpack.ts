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
  const slots = new Map<string, LoaderTree>();
  for (const [name, next] of chooseFolders(folder.depth, paths)) {
    const key = name.startsWith('@') ? name.slice(1) : name;
    const tree =
      next === folder
        ? pageOf(folder, folder.isCatchAllToWebpack)
        : buildFolder(next, pathsThrough(next, paths), rules);
    slots.set(key, tree);
  }
  const marked = folder.isIntercepted;
  const intercepting = marked || [...slots.values()].some((tree) => tree.intercepting);
  // Next to an interception the slots keep what they show.
  const isHost = rules.besideInterception === 'kept' && !marked && intercepting;
  const fill = (key: string, otherwise: LoaderTree) => {
    const current = slots.get(key);
    if (isHost && current?.intercepting !== true) slots.set(key, retained);
    else if (current === undefined) slots.set(key, otherwise);
  };
  if (rules.childrenSlot === 'always' || folder.declaresChildren) {
    const staysEmpty = intercepting && rules.besideInterception === 'default-or-nothing';
    const otherwise = defaultOf(folder);
    fill('children', staysEmpty ? orNothing(otherwise) : otherwise);
  }
  for (const below of folder.slotFolders) {
    if (rules.handled.has(below) && below.segment.files.default === undefined) continue;
    fill(below.segment.name.value, defaultOf(below));
  }
  return loaderFolder(folder, slots, marked);
}

function pathsThrough(folder: Folder, paths: readonly PagePath[]): readonly PagePath[] {
  return paths.length === 1 ? paths : paths.filter((path) => path[folder.depth] === folder);
}

/**
 * Which folder each slot of a level goes on with; the level's own folder stands for its page. `@children`
 * and `children` are two here: the one named later wins.
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
