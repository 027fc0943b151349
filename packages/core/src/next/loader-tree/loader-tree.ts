import { slotName, type Gap } from '../slots.js';
import type { Folder } from '../url/folder.js';

/**
 * What Next builds for one URL: for a folder, what stands in each of its slots. The name is Next's
 * own. The summary fields spare walking the tree again.
 */
export type LoaderTree = LoaderFolder | LoaderFile | LoaderGap;

/** What every kind of tree tells of itself. */
interface Summary {
  readonly hasPage: boolean;
  /** Whether no page in it is other than a catch-all's; true without any page. */
  readonly onlyCatchAll: boolean;
  /** How many parts of the URL lead from here to the deepest page; -1 without a page. */
  readonly specificity: number;
  /** Whether an intercepting route was matched in it. */
  readonly intercepting: boolean;
  /** Whether a slot in it has neither page nor default. */
  readonly hasGap: boolean;
}

/** A folder that the URL passes through. */
export interface LoaderFolder extends Summary {
  readonly kind: 'folder';
  readonly folder: Folder;
  /** By the name without `@`, `children` for the implicit one. */
  readonly slots: ReadonlyMap<string, LoaderTree>;
  /** Trees of this URL that another one displaced here; their pages count as matched all the same. */
  readonly displaced: readonly LoaderTree[];
}

/** A page or default file. */
export interface LoaderFile extends Summary {
  readonly kind: 'page' | 'default';
  readonly folder: Folder;
}

/** Nothing of the user's: Next's own default, which is a not-found, or a slot that keeps its state. */
export interface LoaderGap extends Summary {
  readonly kind: 'missing' | 'retained';
  readonly folder: undefined;
}

const missing = leaf('missing', undefined);
export const retained = leaf('retained', undefined);

/** The page of a folder. */
export function pageOf(folder: Folder, isOfCatchAll: boolean): LoaderFile {
  return leaf('page', folder, isOfCatchAll);
}

/** The default of a folder, Next's own where it has none. */
export function defaultOf(folder: Folder): LoaderTree {
  return folder.segment.files.default === undefined ? missing : leaf('default', folder);
}

/** A default as it is where Next leaves a slot empty rather than show its own. */
export function orNothing(tree: LoaderTree): LoaderTree {
  return tree.kind === 'missing' ? retained : tree;
}

function leaf<Kind extends (LoaderFile | LoaderGap)['kind'], Of>(
  kind: Kind,
  folder: Of,
  onlyCatchAll = true,
) {
  const hasPage = kind === 'page';
  return {
    kind,
    folder,
    hasPage,
    onlyCatchAll,
    specificity: hasPage ? 0 : -1,
    intercepting: false,
    hasGap: kind === 'missing',
  };
}

/**
 * Puts the slots of a folder together.
 *
 * @param intercepts - Whether the folder itself intercepts.
 */
export function loaderFolder(
  folder: Folder,
  slots: LoaderFolder['slots'],
  intercepts: boolean,
  displaced: readonly LoaderTree[] = noTrees,
): LoaderFolder {
  let hasPage = false;
  let onlyCatchAll = true;
  let specificity = -1;
  let intercepting = intercepts;
  let hasGap = false;
  for (const tree of slots.values()) {
    hasPage ||= tree.hasPage;
    onlyCatchAll &&= tree.onlyCatchAll;
    specificity = Math.max(specificity, tree.specificity);
    intercepting ||= tree.intercepting;
    hasGap ||= tree.hasGap;
  }
  if (specificity >= 0 && !folder.isTransparent) specificity += 1;
  return {
    kind: 'folder',
    folder,
    slots,
    displaced,
    hasPage,
    onlyCatchAll,
    specificity,
    intercepting,
    hasGap,
  };
}

const noTrees: readonly LoaderTree[] = [];

/** The slots in a tree that have neither page nor default, be they rendered or not. */
export function gapsIn(tree: LoaderTree): readonly Gap[] {
  if (tree.kind !== 'folder' || !tree.hasGap) return [];
  const owner = tree.folder.segment;
  return Array.from(tree.slots).flatMap(([key, below]): readonly Gap[] =>
    below.kind === 'missing' ? [{ owner, slot: slotName(key) }] : gapsIn(below),
  );
}
