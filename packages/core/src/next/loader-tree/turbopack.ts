import { remembered } from '../../remembered.js';
import type { Folder } from '../url/folder.js';
import { isCatchAll, isMarked, parseUrlPart, type UrlPart } from '../url/url-part.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import {
  defaultOf,
  loaderFolder,
  orNothing,
  pageOf,
  retained,
  type LoaderSlot,
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
  readonly #indexes = new Map<Folder, FolderIndex>();
  readonly #parts = new Map<Folder, ReadonlySet<string>>();

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
    const contributions = this.#foldersFor(folder, part).map((below): Contribution => {
      if (below.part === undefined) {
        const goesOn = this.#partsBelow(below).has(part);
        return { below, tree: goesOn ? this.#at(below, url, index) : this.#nowhere(below) };
      }
      const isNext = below.part.text === part;
      return { below, tree: isNext ? this.#at(below, url, index + 1) : this.#end(below) };
    });
    return this.#assemble(folder, folder.endsInCatchAll, contributions);
  }

  /** What a folder shows at the URL that ends at it, and at every URL that its catch-all takes. */
  #end(folder: Folder): LoaderTree | undefined {
    return remembered(this.#ends, folder, () => {
      const transparent = folder.folders.filter((below) => below.isTransparent);
      const contributions = transparent.map((below) => ({ below, tree: this.#end(below) }));
      return this.#assemble(folder, true, contributions);
    });
  }

  /** What a slot or a group shows at a URL that it has no folder for: its catch-alls and defaults. */
  #nowhere(folder: Folder): LoaderTree | undefined {
    return remembered(this.#elsewhere, folder, () => this.#at(folder, noFolderHasIt, 0));
  }

  /** The folders below that show anything at a URL that goes on with a part, sorted by name. */
  #foldersFor(folder: Folder, part: string): readonly Folder[] {
    const { always, byPart } = remembered(this.#indexes, folder, () => this.#indexOf(folder));
    return byPart.get(part) ?? always;
  }

  #indexOf(folder: Folder): FolderIndex {
    const always: Folder[] = [];
    const further = new Map<string, Folder[]>();
    for (const below of folder.folders) {
      // A group without a page for the URL is passed over, so most groups matter at few URLs.
      const hasCatchAll = below.part
        ? isCatchAll(below.part)
        : this.#nowhere(below)?.hasPage === true;
      if (below.isSlot || hasCatchAll) {
        always.push(below);
        continue;
      }
      for (const part of below.part ? [below.part.text] : this.#partsBelow(below)) {
        remembered(further, part, (): Folder[] => []).push(below);
      }
    }
    const byPart = new Map(
      Array.from(further, ([part, others]) => [part, [...always, ...others].sort(byName)]),
    );
    return { always, byPart };
  }

  /** The parts with which a URL can go on in a folder, slots and groups looked through. */
  #partsBelow(folder: Folder): ReadonlySet<string> {
    return remembered(this.#parts, folder, () => {
      const parts = folder.folders.flatMap((below) =>
        below.part ? [below.part.text] : [...this.#partsBelow(below)],
      );
      return new Set(parts);
    });
  }

  /**
   * Puts together what the folders below contribute to one URL, in the order of their names.
   *
   * @param takesPage - Whether the folder's own page belongs to the URL.
   * @returns undefined where the folder has nothing for the URL.
   */
  #assemble(
    folder: Folder,
    takesPage: boolean,
    contributions: readonly Contribution[],
  ): LoaderTree | undefined {
    const { files } = folder.segment;
    const slots: LoaderSlot[] = [];
    const displaced: LoaderTree[] = [];
    let children: LoaderTree | undefined;
    let childrenAt = 0;
    if (takesPage && files.page !== undefined) {
      children = pageOf(folder, folder.endsInCatchAll);
      slots.push({ key: 'children', tree: children });
    }
    let intercepted = false;
    for (const { below, tree } of contributions) {
      if (tree === undefined) continue;
      // A group without a page for the URL is passed over.
      if (below.isTransparent && !below.isSlot && !tree.hasPage) continue;
      intercepted ||= tree.intercepting;
      const key = below.isSlot ? below.segment.name.value : 'children';
      if (key !== 'children') {
        slots.push({ key, tree });
      } else if (children === undefined) {
        childrenAt = slots.length;
        slots.push({ key, tree });
        children = tree;
      } else if (below.isSlot || isBetter(tree, children)) {
        // `@children` puts itself in the place of whatever was found so far.
        if (children.kind === 'folder') displaced.push(children);
        slots[childrenAt] = { key, tree };
        children = tree;
      } else {
        displaced.push(tree);
      }
    }
    if (slots.length === 0) return this.#withoutSlots(folder);
    const isHost =
      intercepted && !folder.isInInterception && slots.some(({ tree }) => tree.intercepting);
    if (
      children === undefined &&
      (this.#rules.childrenSlot === 'always' || folder.declaresChildren)
    ) {
      slots.push({ key: 'children', tree: defaultOf(folder) });
    }
    const kept = isHost
      ? slots.map((slot) =>
          slot.tree.intercepting ? slot : this.#besideInterception(folder, slot),
        )
      : slots;
    const intercepts = isMarked(folder.part) && kept.some(({ tree }) => tree.hasPage);
    return loaderFolder(folder, kept, intercepts, displaced);
  }

  /** What another slot has where an intercepting route was matched in one of a folder. */
  #besideInterception(folder: Folder, { key }: LoaderSlot): LoaderSlot {
    const { besideInterception } = this.#rules;
    if (besideInterception === 'kept') return { key, tree: retained };
    const slot = folder.slotFolders.find(({ segment }) => segment.name.value === key);
    const tree = defaultOf(slot ?? folder);
    return { key, tree: besideInterception === 'default-or-nothing' ? orNothing(tree) : tree };
  }

  /** What a folder shows that has no page for the URL. */
  #withoutSlots(folder: Folder): LoaderTree | undefined {
    const hasDefault = folder.segment.files.default !== undefined;
    return hasDefault || folder.isSlot ? defaultOf(folder) : undefined;
  }
}

/** What a folder below shows at the URL; undefined where it shows nothing. */
interface Contribution {
  readonly below: Folder;
  readonly tree: LoaderTree | undefined;
}

/** Which folders below a folder show anything, by how a URL goes on. */
interface FolderIndex {
  /** At every URL: slots, catch-alls, and groups with a catch-all. Sorted by name. */
  readonly always: readonly Folder[];
  /** At a URL that goes on with a part: those of {@link always} and others. Sorted by name. */
  readonly byPart: ReadonlyMap<string, readonly Folder[]>;
}

/** No folder has an empty name. */
const noFolderHasIt: readonly UrlPart[] = [parseUrlPart('')];

/** Whether a tree takes the place of the one found before it. */
function isBetter(tree: LoaderTree, current: LoaderTree): boolean {
  return current.onlyCatchAll && (!tree.onlyCatchAll || current.specificity < tree.specificity);
}

/** Next goes through folders in the order of their names. */
function byName(a: Folder, b: Folder): number {
  return a.segment.name.raw < b.segment.name.raw ? -1 : 1;
}
