import { conventionFiles } from '../tree/convention-files.js';
import type { Segment } from '../tree/route-tree.js';
import { assemble, type Contribution } from './assemble-tree.js';
import type { Folder } from './folder.js';
import { planFor, type FolderPlan } from './folder-plan.js';
import { frameOf } from './framed-tree.js';
import type { LoaderTree } from './loader-tree.js';
import type { MatchObserver } from './route-matches.js';
import type { UrlNode } from './url-node.js';

/** When a folder without ordinary content has a `children` slot to fill. */
export type ChildrenSlot = 'always' | 'declared';

/** What stands at each URL of a {@link UrlNode}, in its order; undefined where a folder has nothing. */
export type Block = readonly (LoaderTree | undefined)[];

/** What is kept with a folder. */
export interface FolderTrees {
  readonly plan: FolderPlan;
  /** What the folders that always matter contribute to URLs that are not theirs, in their order. */
  constants: readonly Contribution[] | undefined;
  end: { readonly tree: LoaderTree | undefined } | undefined;
  elsewhere: { readonly tree: LoaderTree | undefined } | undefined;
  block: { readonly node: UrlNode; readonly block: Block } | undefined;
}

/** What is kept with the node of the URLs that a block is about. */
export interface LiftedBlock {
  readonly childrenSlot: ChildrenSlot;
  /** The folder that the URLs were seen from. */
  readonly folder: Folder;
  readonly contributions: readonly Contribution[];
  readonly block: Block;
}

/**
 * Builds the loader tree of every URL as Turbopack does: folder by folder, a page at its own URL, a
 * catch-all page at every URL below its folder, else the default.
 *
 * Next builds each URL's tree from the top and looks at every folder on the way. Here each folder
 * answers once for all URLs that pass through it, and once for all that do not, so the work grows
 * with the number of files. An answer stays with the folder, and with the place in the URLs that it
 * is about, so that after a change only the folders on the way to it answer anew.
 *
 * Source of the behaviour: `crates/next-core/src/app_structure.rs` of vercel/next.js.
 */
export class TurbopackTrees {
  readonly #childrenSlot: ChildrenSlot;
  readonly #observer: MatchObserver | undefined;

  constructor(childrenSlot: ChildrenSlot, observer?: MatchObserver) {
    this.#childrenSlot = childrenSlot;
    this.#observer = observer;
  }

  /** The trees of all URLs with a page, in the order of the folder's node. */
  treesOf(root: Folder): Block {
    return this.#at(root, root.node);
  }

  /** The trees of the URLs at and below a node, seen from a folder that stands at the node's URL. */
  #at(folder: Folder, node: UrlNode): Block {
    const trees = this.#treesOf(folder);
    if (trees.block?.node === node) return trees.block.block;
    const block = newBlock(node);
    let index = 0;
    if (node.pages.length > 0) block[index++] = this.#end(folder);
    for (const child of node.children.values()) {
      if (child.size === 0) continue;
      for (const tree of this.#through(folder, child)) block[index++] = tree;
    }
    trees.block = { node, block };
    return block;
  }

  /** The trees of the URLs at and below a node, seen from a folder that stands one part above. */
  #through(folder: Folder, node: UrlNode): Block {
    const contributions = this.#contributionsTo(folder, node);
    const kept = node.lifted.find((lifted) => this.#isAbout(lifted, folder));
    if (
      kept &&
      sameContributions(kept.contributions, contributions) &&
      sameContent(kept.folder, folder)
    ) {
      return kept.block;
    }
    const { plan } = this.#treesOf(folder);
    const frame = frameOf(folder, plan, contributions);
    const block = newBlock(node);
    for (let index = 0; index < node.size; index += 1) {
      this.#observer?.visited();
      block[index] =
        frame?.around(index) ?? this.#assemble(folder, plan.inCatchAll, contributions, index);
    }
    const others = kept ? node.lifted.filter((each) => each !== kept) : node.lifted;
    node.lifted = [{ childrenSlot: this.#childrenSlot, folder, contributions, block }, ...others];
    return block;
  }

  #isAbout(lifted: LiftedBlock, folder: Folder): boolean {
    return (
      lifted.childrenSlot === this.#childrenSlot &&
      lifted.folder.segment.path === folder.segment.path
    );
  }

  /** What the folders below contribute to the URLs of a node, in their order. */
  #contributionsTo(folder: Folder, node: UrlNode): readonly Contribution[] {
    const trees = this.#treesOf(folder);
    const { always, byPart } = trees.plan;
    const further = byPart.get(node.part);
    const contributions = this.#constants(trees).map((constant, place) => {
      const below = always[place];
      return below && matters(below, node) ? this.#own(below, node) : constant;
    });
    if (further === undefined) return contributions;
    const own = further.map((below) => this.#own(below, node));
    return contributions.length === 0 ? own : [...contributions, ...own].sort(byName);
  }

  #own(below: Folder, node: UrlNode): Contribution {
    const each = below.isTransparent ? this.#through(below, node) : this.#at(below, node);
    return { folder: below, same: undefined, each };
  }

  #constants(trees: FolderTrees): readonly Contribution[] {
    return (trees.constants ??= trees.plan.always.map((below) => ({
      folder: below,
      same: below.isTransparent ? this.#elsewhere(below) : this.#end(below),
      each: undefined,
    })));
  }

  /** The tree of the URL that ends at a folder, or of any URL that its catch-all takes. */
  #end(folder: Folder): LoaderTree | undefined {
    const trees = this.#treesOf(folder);
    if (trees.end) return trees.end.tree;
    this.#observer?.visited();
    const contributions = folder.folders
      .filter((below) => below.isTransparent)
      .map((below): Contribution => ({ folder: below, same: this.#end(below), each: undefined }));
    const tree = this.#assemble(folder, true, contributions, 0);
    trees.end = { tree };
    return tree;
  }

  /** The tree of a URL that goes on below a folder where nothing but its catch-alls match. */
  #elsewhere(folder: Folder): LoaderTree | undefined {
    const trees = this.#treesOf(folder);
    if (trees.elsewhere) return trees.elsewhere.tree;
    this.#observer?.visited();
    const tree = this.#assemble(folder, trees.plan.inCatchAll, this.#constants(trees), 0);
    trees.elsewhere = { tree };
    return tree;
  }

  #assemble(
    folder: Folder,
    takesPage: boolean,
    contributions: readonly Contribution[],
    index: number,
  ): LoaderTree | undefined {
    const { plan } = this.#treesOf(folder);
    return assemble(folder, plan, this.#childrenSlot, takesPage, contributions, index);
  }

  #treesOf(folder: Folder): FolderTrees {
    return (folder.trees[this.#childrenSlot] ??= {
      plan: planFor(folder, (group) => this.#elsewhere(group)?.hasPage === true),
      constants: undefined,
      end: undefined,
      elsewhere: undefined,
      block: undefined,
    });
  }
}

function newBlock(node: UrlNode): (LoaderTree | undefined)[] {
  return new Array<LoaderTree | undefined>(node.size);
}

/** Whether a folder has a folder of its own for the URLs of a node. */
function matters(below: Folder, node: UrlNode): boolean {
  return below.isTransparent ? below.parts.has(node.part) : below.part === node.part;
}

function byName(a: Contribution, b: Contribution): number {
  return a.folder.segment.name.raw < b.folder.segment.name.raw ? -1 : 1;
}

function sameContributions(a: readonly Contribution[], b: readonly Contribution[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return (
        one.folder.segment.path === other?.folder.segment.path &&
        one.same === other.same &&
        one.each === other.each
      );
    })
  );
}

/** Whether a tree shows the same of two versions of one folder, what lies below it left aside. */
function sameContent(a: Folder, b: Folder): boolean {
  return (
    a === b ||
    (sameFiles(a.segment.files, b.segment.files) &&
      sameNames(a.declaredSlots, b.declaredSlots) &&
      a.segment.slots.length === b.segment.slots.length)
  );
}

function sameFiles(a: Segment['files'], b: Segment['files']): boolean {
  return a === b || conventionFiles.every((convention) => a[convention] === b[convention]);
}

function sameNames(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}
