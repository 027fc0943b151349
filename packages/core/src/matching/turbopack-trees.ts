import { conventionFiles } from '../tree/convention-files.js';
import type { Segment } from '../tree/route-tree.js';
import { assemble, type Contribution } from './assemble-tree.js';
import { leafDefault, leafEnd } from './leaf-tree.js';
import type { Folder } from './folder.js';
import { furtherFolders, goesOnWith, planFor, type FolderPlan } from './folder-plan.js';
import { frameOf, type Frame } from './framed-tree.js';
import type { LoaderTree } from './loader-tree.js';
import type { MatchObserver } from './route-matches.js';
import type { UrlNode } from './url-node.js';

/** When a folder without ordinary content has a `children` slot to fill. */
export type ChildrenSlot = 'always' | 'declared';

/** What stands at each URL of a {@link UrlNode}, in its order; undefined where a folder has nothing. */
export type Block = readonly (LoaderTree | undefined)[];

/** What is kept with a folder, by {@link ChildrenSlot}. */
export type KeptTrees = Record<ChildrenSlot, FolderTrees | undefined>;

/** What is kept with a folder for one of them. */
export interface FolderTrees {
  readonly plan: FolderPlan;
  /** What the folders that always matter contribute to URLs that are not theirs, in their order. */
  constants: readonly Contribution[] | undefined;
  /** Null until it is asked for. */
  frame: Frame | undefined | null;
  /** Null until it is asked for. */
  end: LoaderTree | undefined | null;
  /** Null until it is asked for. */
  elsewhere: LoaderTree | undefined | null;
  /** The node that {@link block} is about. */
  node: UrlNode | undefined;
  block: Block;
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
    if (isOnePage(node)) return [this.#end(folder)];
    const trees = this.#treesOf(folder);
    if (trees.node === node) return trees.block;
    const block = newBlock(node);
    let index = 0;
    if (node.pages.length > 0) block[index++] = this.#end(folder);
    for (const child of node.children) {
      if (child.size === 1) block[index++] = this.#throughToOne(folder, trees, child);
      else if (child.size > 1) {
        for (const tree of this.#through(folder, trees, child)) block[index++] = tree;
      }
    }
    trees.node = node;
    trees.block = block;
    return block;
  }

  /**
   * The tree of the only URL at and below a node, seen from a folder that stands one part above. It is
   * put together faster than it is recognised, so it is not kept.
   */
  #throughToOne(folder: Folder, trees: FolderTrees, node: UrlNode): LoaderTree | undefined {
    this.#observer?.visited();
    const { plan } = trees;
    const further = furtherFolders(plan, node.part);
    const through = onlyOne(further);
    const frame = through && this.#frameAt(folder, trees, node);
    if (!frame) {
      return this.#assemble(folder, plan, this.#contributionsTo(trees, further, node), 0);
    }
    const tree = this.#ownToOne(through, node);
    return (
      frame.around(through, tree) ??
      this.#assemble(folder, plan, withOne(this.#constants(trees), contribution(through, tree)), 0)
    );
  }

  /** The trees of the URLs at and below a node, seen from a folder that stands one part above. */
  #through(folder: Folder, trees: FolderTrees, node: UrlNode): Block {
    const { plan } = trees;
    const further = furtherFolders(plan, node.part);
    const through = onlyOne(further);
    const frame = through && this.#frameAt(folder, trees, node);
    const main = frame && this.#own(through, node);
    const beside = main ? this.#constants(trees) : this.#contributionsTo(trees, further, node);

    const kept = this.#keptBlock(folder, node);
    if (kept && isSame(kept.main, main) && areSame(kept.beside, beside)) {
      if (sameContent(kept.folder, folder)) return kept.block;
    }
    const block = newBlock(node);
    for (let index = 0; index < block.length; index += 1) {
      this.#observer?.visited();
      const tree = main && frame.around(main.folder, main.each ? main.each[index] : main.same);
      block[index] =
        tree ?? this.#assemble(folder, plan, main ? withOne(beside, main) : beside, index);
    }
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

  /** The frame of the URLs at and below a node, where no slot beside them has anything for these. */
  #frameAt(folder: Folder, trees: FolderTrees, node: UrlNode): Frame | undefined {
    for (const below of trees.plan.always) if (goesOnWith(below, node.part)) return undefined;
    if (trees.frame === null) trees.frame = frameOf(folder, trees.plan, this.#constants(trees));
    return trees.frame;
  }

  /** What the folders below contribute to the URLs of a node, in their order. */
  #contributionsTo(
    trees: FolderTrees,
    further: readonly Folder[],
    node: UrlNode,
  ): readonly Contribution[] {
    let contributions: readonly Contribution[] = this.#constants(trees);
    for (const [place, below] of trees.plan.always.entries()) {
      if (!goesOnWith(below, node.part)) continue;
      contributions = contributions.with(place, this.#own(below, node));
    }
    for (const below of further) contributions = withOne(contributions, this.#own(below, node));
    return contributions;
  }

  #own(below: Folder, node: UrlNode): Contribution {
    if (node.size === 1) return contribution(below, this.#ownToOne(below, node));
    const each = below.isTransparent
      ? this.#through(below, this.#treesOf(below), node)
      : this.#at(below, node);
    return { folder: below, same: undefined, each };
  }

  /** What a folder contributes to the only URL of a node. */
  #ownToOne(below: Folder, node: UrlNode): LoaderTree | undefined {
    if (below.isTransparent) return this.#throughToOne(below, this.#treesOf(below), node);
    return node.pages.length > 0 ? this.#end(below) : this.#at(below, node)[0];
  }

  #constants(trees: FolderTrees): readonly Contribution[] {
    return (trees.constants ??= trees.plan.always.map((below) =>
      contribution(below, below.isTransparent ? this.#elsewhere(below) : this.#end(below)),
    ));
  }

  /** The tree of the URL that ends at a folder, or of any URL that its catch-all takes. */
  #end(folder: Folder): LoaderTree | undefined {
    if (folder.folders.length === 0) return leafEnd(folder);
    const trees = this.#treesOf(folder);
    if (trees.end !== null) return trees.end;
    this.#observer?.visited();
    const contributions: Contribution[] = [];
    for (const below of folder.folders) {
      if (below.isTransparent) contributions.push(contribution(below, this.#end(below)));
    }
    return (trees.end = assemble(folder, trees.plan, this.#childrenSlot, true, contributions, 0));
  }

  /** The tree of a URL that goes on below a folder where nothing but its catch-alls match. */
  #elsewhere(folder: Folder): LoaderTree | undefined {
    if (folder.folders.length === 0 && !folder.segment.path.includes('[...')) {
      return leafDefault(folder);
    }
    const trees = this.#treesOf(folder);
    if (trees.elsewhere !== null) return trees.elsewhere;
    this.#observer?.visited();
    return (trees.elsewhere = this.#assemble(folder, trees.plan, this.#constants(trees), 0));
  }

  #assemble(
    folder: Folder,
    plan: FolderPlan,
    contributions: readonly Contribution[],
    index: number,
  ): LoaderTree | undefined {
    return assemble(folder, plan, this.#childrenSlot, plan.inCatchAll, contributions, index);
  }

  #treesOf(folder: Folder): FolderTrees {
    const kept = (folder.trees ??= { always: undefined, declared: undefined });
    const known = kept[this.#childrenSlot];
    if (known) return known;
    return (kept[this.#childrenSlot] = {
      plan: planFor(folder, (group) => this.#elsewhere(group)?.hasPage === true),
      constants: undefined,
      frame: null,
      end: null,
      elsewhere: null,
      node: undefined,
      block: noBlock,
    });
  }
}

const noBlock: Block = [];

function newBlock(node: UrlNode): (LoaderTree | undefined)[] {
  return new Array<LoaderTree | undefined>(node.size);
}

function onlyOne(folders: readonly Folder[]): Folder | undefined {
  return folders.length === 1 ? folders[0] : undefined;
}

function isOnePage(node: UrlNode): boolean {
  return node.size === 1 && node.pages.length > 0;
}

function contribution(folder: Folder, same: LoaderTree | undefined): Contribution {
  return { folder, same, each: undefined };
}

/** Adds one to contributions in the order in which Next goes through folders: by their names. */
function withOne(others: readonly Contribution[], one: Contribution): readonly Contribution[] {
  const { raw } = one.folder.segment.name;
  const at = others.findIndex(({ folder }) => folder.segment.name.raw > raw);
  return at < 0 ? [...others, one] : others.toSpliced(at, 0, one);
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
