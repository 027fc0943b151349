import { remembered } from '../../remembered.js';
import type { Folder } from '../url/folder.js';
import { isCatchAll, isMarked, type UrlPart } from '../url/url-part.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import {
  defaultOf,
  loaderFolder,
  orNothing,
  pageOf,
  retained,
  type LoaderTree,
} from './loader-tree.js';

/** What the tree of a Turbopack build depends on beside the folders. */
type TreeRules = Pick<NextSemantics, 'childrenSlot' | 'besideInterception'>;

/**
 * Builds the loader tree of a URL as Turbopack does: from the top, folder by folder, a page at its own
 * URL, a catch-all page at every URL below its folder, else the default.
 *
 * A folder shows the same at every URL that ends at it and at every URL that it has no folder for, so
 * these two trees are kept while one app is matched: without them, the time grows with the number of
 * URLs times the number of slots beside them.
 *
 * Source of the behaviour: `crates/next-core/src/app_structure.rs` of vercel/next.js.
 */
export class TurbopackTrees {
  readonly #root: Folder;
  readonly #rules: TreeRules;
  readonly #ends = new Map<Folder, LoaderTree | undefined>();
  readonly #elsewhere = new Map<Folder, LoaderTree | undefined>();
  readonly #indexes = new Map<Folder, ReadonlyMap<string, readonly Folder[]>>();

  constructor(root: Folder, rules: TreeRules) {
    this.#root = root;
    this.#rules = rules;
  }

  /**
   * The loader tree of a URL.
   *
   * @returns undefined where the app has nothing for it.
   */
  treeOf(url: readonly UrlPart[]): LoaderTree | undefined {
    return this.#at(this.#root, url, 0);
  }

  /** What a folder shows at a URL that goes on below it with the parts from an index on. */
  #at(folder: Folder, url: readonly UrlPart[], index: number): LoaderTree | undefined {
    const part = url[index]?.text;
    if (part === undefined) return this.#end(folder);
    const folders = this.#foldersByPart(folder).get(part);
    if (folders === undefined) return this.#nowhere(folder);
    return this.#assemble(folder, folder.endsInCatchAll, folders, (below) => {
      if (below.part === undefined) return this.#at(below, url, index);
      return below.part.text === part ? this.#at(below, url, index + 1) : this.#end(below);
    });
  }

  /** What a folder shows at the URL that ends at it, and at every URL that its catch-all takes. */
  #end(folder: Folder): LoaderTree | undefined {
    return remembered(this.#ends, folder, () => {
      const transparent = folder.folders.filter((below) => below.isTransparent);
      return this.#assemble(folder, true, transparent, (below) => this.#end(below));
    });
  }

  /** What a folder shows at a URL that it has no folder for: its catch-alls and defaults. */
  #nowhere(folder: Folder): LoaderTree | undefined {
    return remembered(this.#elsewhere, folder, () => {
      return this.#assemble(folder, folder.endsInCatchAll, this.#always(folder), (below) =>
        below.part ? this.#end(below) : this.#nowhere(below),
      );
    });
  }

  /** The folders below that show something at every URL: slots, catch-alls, and groups with either. */
  #always({ folders }: Folder): readonly Folder[] {
    return folders.filter((below) => {
      if (below.part) return isCatchAll(below.part);
      // A group without a page for the URL is passed over, so most groups matter at few URLs.
      return below.isSlot || this.#nowhere(below)?.hasPage === true;
    });
  }

  /**
   * By the parts with which a URL can go on in a folder, slots and groups looked through: the folders
   * below that show anything there, sorted by name.
   */
  #foldersByPart(folder: Folder): ReadonlyMap<string, readonly Folder[]> {
    return remembered(this.#indexes, folder, () => {
      const always = new Set(this.#always(folder));
      const byPart = new Map<string, Folder[]>();
      for (const below of folder.folders) {
        const parts = below.part ? [below.part.text] : this.#foldersByPart(below).keys();
        for (const part of parts) {
          const folders = remembered(byPart, part, () => [...always]);
          if (!always.has(below)) folders.push(below);
        }
      }
      for (const folders of byPart.values()) folders.sort(byName);
      return byPart;
    });
  }

  /**
   * Puts together what the folders below contribute to one URL.
   *
   * @param takesPage - Whether the folder's own page belongs to the URL.
   * @param folders - In the order of their names.
   * @param treeOf - What one of them shows; undefined where it shows nothing.
   * @returns undefined where the folder has nothing for the URL.
   */
  #assemble(
    folder: Folder,
    takesPage: boolean,
    folders: readonly Folder[],
    treeOf: (below: Folder) => LoaderTree | undefined,
  ): LoaderTree | undefined {
    const { files } = folder.segment;
    const slots = new Map<string, LoaderTree>();
    const displaced: LoaderTree[] = [];
    if (takesPage && files.page !== undefined) {
      slots.set('children', pageOf(folder, folder.endsInCatchAll));
    }
    let intercepted = false;
    for (const below of folders) {
      const tree = treeOf(below);
      if (tree === undefined) continue;
      // A group without a page for the URL is passed over.
      if (below.isTransparent && !below.isSlot && !tree.hasPage) continue;
      intercepted ||= tree.intercepting;
      const key = below.isSlot ? below.segment.name.value : 'children';
      const known = slots.get(key);
      // `@children` puts itself in the place of whatever was found so far.
      if (known === undefined || below.isSlot || isBetter(tree, known)) {
        if (known?.kind === 'folder') displaced.push(known);
        slots.set(key, tree);
      } else {
        displaced.push(tree);
      }
    }
    if (slots.size === 0) return this.#withoutSlots(folder);
    const isHost =
      intercepted &&
      !folder.isInInterception &&
      [...slots.values()].some(({ intercepting }) => intercepting);
    if (
      !slots.has('children') &&
      (this.#rules.childrenSlot === 'always' || folder.declaresChildren)
    ) {
      slots.set('children', defaultOf(folder));
    }
    if (isHost) this.#leaveBeside(folder, slots);
    const intercepts = isMarked(folder.part) && [...slots.values()].some(({ hasPage }) => hasPage);
    return loaderFolder(folder, slots, intercepts, displaced);
  }

  /** Sets what the other slots have where an intercepting route was matched in one of a folder. */
  #leaveBeside(folder: Folder, slots: Map<string, LoaderTree>): void {
    const { besideInterception } = this.#rules;
    for (const [key, { intercepting }] of slots) {
      if (intercepting) continue;
      const slot = folder.slotFolders.find(({ segment }) => segment.name.value === key);
      const otherwise = defaultOf(slot ?? folder);
      const staysEmpty = besideInterception === 'default-or-nothing';
      if (besideInterception === 'kept') slots.set(key, retained);
      else slots.set(key, staysEmpty ? orNothing(otherwise) : otherwise);
    }
  }

  /** What a folder shows that has no page for the URL. */
  #withoutSlots(folder: Folder): LoaderTree | undefined {
    const hasDefault = folder.segment.files.default !== undefined;
    return hasDefault || folder.isSlot ? defaultOf(folder) : undefined;
  }
}

/** Whether a tree takes the place of the one found before it. */
function isBetter(tree: LoaderTree, current: LoaderTree): boolean {
  return current.onlyCatchAll && (!tree.onlyCatchAll || current.specificity < tree.specificity);
}

/** Next goes through folders in the order of their names. */
function byName(a: Folder, b: Folder): number {
  return a.segment.name.raw < b.segment.name.raw ? -1 : 1;
}
