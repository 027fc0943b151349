import type { Folder } from './folder.js';
import { endsInCatchAll } from './folder-plan.js';
import {
  defaultOf,
  missing,
  noGaps,
  pageOf,
  type LayoutGap,
  type LoaderFolder,
  type LoaderSlot,
  type LoaderTree,
} from './loader-tree.js';

const noTrees: readonly LoaderTree[] = [];

/** The tree of the URL that ends at a folder without folders, or of any that its catch-all takes. */
export function leafEnd(folder: Folder): LoaderTree | undefined {
  const { files, path } = folder.segment;
  if (files.page === undefined) return leafDefault(folder);
  return (folder.ownPage ??= new PageFolder(folder, endsInCatchAll(path)));
}

/** The tree of a folder that has no page for a URL; undefined where it has nothing for it. */
export function leafDefault(folder: Folder): LoaderTree | undefined {
  const { segment } = folder;
  if (segment.files.default !== undefined) return (folder.ownDefault ??= defaultOf(segment));
  return folder.isSlot ? missing : undefined;
}

/** The tree of a folder with nothing but its page: the end of nearly every URL, so it is kept small. */
export class PageFolder implements LoaderFolder {
  readonly kind = 'folder';
  readonly hasPage = true;
  readonly onlyCatchAll: boolean;
  readonly #folder: Folder;

  constructor(folder: Folder, inCatchAll: boolean) {
    this.#folder = folder;
    this.onlyCatchAll = inCatchAll;
  }

  get segment(): LoaderFolder['segment'] {
    return this.#folder.segment;
  }

  get slots(): readonly LoaderSlot[] {
    return [{ key: 'children', tree: pageOf(this.segment, this.onlyCatchAll) }];
  }

  get displaced(): readonly LoaderTree[] {
    return noTrees;
  }

  get hasCatchAll(): boolean {
    return this.onlyCatchAll;
  }

  get specificity(): number {
    return this.#folder.isTransparent ? 0 : 1;
  }

  get intercepting(): boolean {
    return this.#folder.isIntercepting;
  }

  get gaps(): readonly LayoutGap[] {
    return noGaps;
  }
}
