import { conventionFiles } from '../tree/convention-files.js';
import type { Segment } from '../tree/route-tree.js';
import { assemble, type Contribution } from './assemble-tree.js';
import { leafDefault, leafEnd } from './leaf-tree.js';
import type { Folder } from './folder.js';
import { planFor, type FolderPlan } from './folder-plan.js';
import { frameOf, type Frame } from './framed-tree.js';
import type { LoaderTree } from './loader-tree.js';
import type { MatchObserver } from './route-matches.js';
import type { UrlNode } from './url-node.js';

/** When a folder without ordinary content has a `children` slot to fill. */
export type ChildrenSlot = 'always' | 'declared';

/** What stands at each URL of a {@link UrlNode}, in its order; undefined where a folder has nothing. */
export type Block = readonly (LoaderTree | undefined)[];

/** What is kept with a folder, by {@link ChildrenSlot}. */
export type KeptTrees = Readonly<Record<ChildrenSlot, FolderTrees | undefined>>;

/** What is kept with a folder for one of them. */
export interface FolderTrees {
  readonly plan: FolderPlan;
  /** What the folders that always matter contribute to URLs that are not theirs, in their order. */
  constants: readonly Contribution[] | undefined;
  frame: { readonly of: Frame | undefined } | undefined;
  /** Null until it is asked for. */
  end: LoaderTree | undefined | null;
  /** Null until it is asked for. */
  elsewhere: LoaderTree | undefined | null;
  block: { readonly node: UrlNode; readonly block: Block } | undefined;
}

/** What is kept with the node of the URLs that a block is about. */
export interface LiftedBlock {
  readonly childrenSlot: ChildrenSlot;
  /** The folder that the URLs were seen from. */
  readonly folder: Folder;
  /** What the folders below contributed, but for {@link main}. */
  readonly beside: readonly Contribution[];
  /** What the one folder contributed that the URLs go on through, where it stood in a frame. */
  readonly main: Contribution | undefined;
  readonly block: Block;
  /** The same URLs seen from another folder. */
  readonly next: LiftedBlock | undefined;
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
    if (node.size === 1 && node.pages.length > 0) return [this.#end(folder)];
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
    const trees = this.#treesOf(folder);
    const { always, byPart, inCatchAll } = trees.plan;
    const further = byPart.get(node.part) ?? noFolders;
    const [only, ...rest] = further;
    const framed =
      only !== undefined && rest.length === 0 && !always.some((below) => matters(below, node));
    const frame = framed ? this.#frame(folder, trees) : undefined;
    const main = frame && only ? this.#own(only, node) : undefined;
    const beside = main ? this.#constants(trees) : this.#contributionsTo(trees, further, node);

    // One URL is put into its frame anew faster than it is recognised.
    const kept = node.size > 1 ? this.#keptBlock(folder, node) : undefined;
    if (kept && isSame(kept.main, main) && areSame(kept.beside, beside)) {
      if (sameContent(kept.folder, folder)) return kept.block;
    }
    const block = newBlock(node);
    for (let index = 0; index < node.size; index += 1) {
      this.#observer?.visited();
      const tree = main && frame?.around(main.folder, main.each ? main.each[index] : main.same);
      block[index] =
        tree ??
        this.#assemble(folder, inCatchAll, main ? inOrder([...beside, main]) : beside, index);
    }
    if (node.size === 1) return block;
    const next = kept ? without(node.lifted, kept) : node.lifted;
    node.lifted = { childrenSlot: this.#childrenSlot, folder, beside, main, block, next };
    return block;
  }

  /** The block that was made of a node's URLs as seen from this folder, be it another version of it. */
  #keptBlock(folder: Folder, node: UrlNode): LiftedBlock | undefined {
    for (let lifted = node.lifted; lifted; lifted = lifted.next) {
      const { childrenSlot, folder: before } = lifted;
      if (childrenSlot !== this.#childrenSlot) continue;
      if (before === folder || before.segment.path === folder.segment.path) return lifted;
    }
    return undefined;
  }

  #frame(folder: Folder, trees: FolderTrees): Frame | undefined {
    return (trees.frame ??= { of: frameOf(folder, trees.plan, this.#constants(trees)) }).of;
  }

  /** What the folders below contribute to the URLs of a node, in their order. */
  #contributionsTo(
    trees: FolderTrees,
    further: readonly Folder[],
    node: UrlNode,
  ): readonly Contribution[] {
    const { always } = trees.plan;
    const contributions = this.#constants(trees).map((constant, place) => {
      const below = always[place];
      return below && matters(below, node) ? this.#own(below, node) : constant;
    });
    if (further.length === 0) return contributions;
    return inOrder([...contributions, ...further.map((below) => this.#own(below, node))]);
  }

  #own(below: Folder, node: UrlNode): Contribution {
    if (below.isTransparent) {
      return { folder: below, same: undefined, each: this.#through(below, node) };
    }
    const isWhole = node.size === 1 && node.pages.length > 0;
    if (isWhole) return { folder: below, same: this.#end(below), each: undefined };
    return { folder: below, same: undefined, each: this.#at(below, node) };
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
    if (folder.folders.length === 0) return leafEnd(folder);
    const trees = this.#treesOf(folder);
    if (trees.end !== null) return trees.end;
    this.#observer?.visited();
    const contributions = folder.folders.flatMap((below): Contribution[] =>
      below.isTransparent ? [{ folder: below, same: this.#end(below), each: undefined }] : [],
    );
    return (trees.end = this.#assemble(folder, true, contributions, 0));
  }

  /** The tree of a URL that goes on below a folder where nothing but its catch-alls match. */
  #elsewhere(folder: Folder): LoaderTree | undefined {
    if (folder.folders.length === 0 && !folder.segment.path.includes('[...')) {
      return leafDefault(folder);
    }
    const trees = this.#treesOf(folder);
    if (trees.elsewhere !== null) return trees.elsewhere;
    this.#observer?.visited();
    const { inCatchAll } = trees.plan;
    return (trees.elsewhere = this.#assemble(folder, inCatchAll, this.#constants(trees), 0));
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
    const known = folder.trees[this.#childrenSlot];
    if (known) return known;
    const trees: FolderTrees = {
      plan: planFor(folder, (group) => this.#elsewhere(group)?.hasPage === true),
      constants: undefined,
      frame: undefined,
      end: null,
      elsewhere: null,
      block: undefined,
    };
    folder.trees = { ...folder.trees, [this.#childrenSlot]: trees };
    return trees;
  }
}

const noFolders: readonly Folder[] = [];

function newBlock(node: UrlNode): (LoaderTree | undefined)[] {
  return new Array<LoaderTree | undefined>(node.size);
}

/** Whether a folder has a folder of its own for the URLs of a node. */
function matters(below: Folder, node: UrlNode): boolean {
  return below.isTransparent ? below.parts.has(node.part) : below.part === node.part;
}

/** Sorts contributions as Next goes through folders: by their names. */
function inOrder(contributions: Contribution[]): readonly Contribution[] {
  return contributions.length < 2 ? contributions : contributions.sort(byName);
}

function byName(a: Contribution, b: Contribution): number {
  return a.folder.segment.name.raw < b.folder.segment.name.raw ? -1 : 1;
}

function areSame(a: readonly Contribution[], b: readonly Contribution[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => isSame(one, b[index])));
}

function isSame(a: Contribution | undefined, b: Contribution | undefined): boolean {
  return (
    a === b ||
    (a?.same === b?.same &&
      a?.each === b?.each &&
      a?.folder.segment.path === b?.folder.segment.path)
  );
}

/** A list of blocks without one of them. */
function without(lifted: LiftedBlock | undefined, block: LiftedBlock): LiftedBlock | undefined {
  if (lifted === undefined || lifted === block) return lifted?.next;
  return { ...lifted, next: without(lifted.next, block) };
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
