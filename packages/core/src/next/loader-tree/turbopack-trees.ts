import { assemble, type Contribution } from './assemble-tree.js';
import type { Folder } from '../url/folder.js';
import type { LoaderTree } from './loader-tree.js';
import type { MatchObserver } from '../route-matches.js';

/** When a folder without ordinary content has a `children` slot to fill. */
export type ChildrenSlot = 'always' | 'declared';

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
  readonly #childrenSlot: ChildrenSlot;
  readonly #observer: MatchObserver | undefined;
  readonly #ends = new Map<Folder, LoaderTree | undefined>();
  readonly #elsewhere = new Map<Folder, LoaderTree | undefined>();
  readonly #indexes = new Map<Folder, FolderIndex>();

  constructor(root: Folder, childrenSlot: ChildrenSlot, observer?: MatchObserver) {
    this.#root = root;
    this.#childrenSlot = childrenSlot;
    this.#observer = observer;
  }

  /**
   * The loader tree of a URL.
   *
   * @param parts - The parts of the URL as folders write them: `['shop', '[id]']`.
   * @returns undefined where the app has nothing for it.
   */
  treeOf(parts: readonly string[]): LoaderTree | undefined {
    return this.#at(this.#root, parts, 0);
  }

  /** What a folder shows at a URL that goes on below it with the parts from an index on. */
  #at(folder: Folder, parts: readonly string[], index: number): LoaderTree | undefined {
    const part = parts[index];
    if (part === undefined) return this.#end(folder);
    this.#observer?.visited();
    const contributions = this.#foldersFor(folder, part).map((below): Contribution => {
      if (below.part === part && !below.isTransparent) {
        return { folder: below, tree: this.#at(below, parts, index + 1) };
      }
      if (!below.isTransparent) return { folder: below, tree: this.#end(below) };
      const goesOn = below.parts.has(part);
      return {
        folder: below,
        tree: goesOn ? this.#at(below, parts, index) : this.#nowhere(below),
      };
    });
    return assemble(folder, this.#childrenSlot, folder.inCatchAll, contributions);
  }

  /** What a folder shows at the URL that ends at it, and at every URL that its catch-all takes. */
  #end(folder: Folder): LoaderTree | undefined {
    return remembered(this.#ends, folder, () => {
      this.#observer?.visited();
      const groups = folder.folders.filter((below) => below.isTransparent);
      const contributions = groups.map((below) => ({ folder: below, tree: this.#end(below) }));
      return assemble(folder, this.#childrenSlot, true, contributions);
    });
  }

  /** What a slot or a group shows at a URL that it has no folder for: its catch-alls and defaults. */
  #nowhere(folder: Folder): LoaderTree | undefined {
    return remembered(this.#elsewhere, folder, () => this.#at(folder, noFolderHasIt, 0));
  }

  /** The folders below that show anything at a URL that goes on with a part, sorted by name. */
  #foldersFor(folder: Folder, part: string): readonly Folder[] {
    const { always, byPart } = remembered(this.#indexes, folder, () => this.#indexOf(folder));
    const further = byPart.get(part);
    if (further === undefined) return always;
    return always.length === 0 ? further : [...always, ...further].sort(byName);
  }

  #indexOf(folder: Folder): FolderIndex {
    const always: Folder[] = [];
    const byPart = new Map<string, Folder[]>();
    for (const below of folder.folders) {
      // A group without a page for the URL is passed over, so most groups matter at few URLs.
      const isGroupWithCatchAll = below.isTransparent && this.#nowhere(below)?.hasPage === true;
      if (below.isSlot || below.isCatchAll || isGroupWithCatchAll) {
        always.push(below);
        continue;
      }
      for (const part of below.isTransparent ? below.parts : [below.part]) {
        const others = byPart.get(part);
        if (others) others.push(below);
        else byPart.set(part, [below]);
      }
    }
    return { always, byPart };
  }
}

/** Which folders below a folder show anything, by how a URL goes on. */
interface FolderIndex {
  /** At every URL: slots, catch-alls, and groups with a catch-all. Sorted by name. */
  readonly always: readonly Folder[];
  /** The others, each sorted by name. */
  readonly byPart: ReadonlyMap<string, readonly Folder[]>;
}

/** No folder has an empty name. */
const noFolderHasIt: readonly string[] = [''];

function remembered<Value>(known: Map<Folder, Value>, folder: Folder, make: () => Value): Value {
  if (!known.has(folder)) known.set(folder, make());
  return known.get(folder) as Value;
}

/** Next goes through folders in the order of their names. */
function byName(a: Folder, b: Folder): number {
  return a.segment.name.raw < b.segment.name.raw ? -1 : 1;
}
