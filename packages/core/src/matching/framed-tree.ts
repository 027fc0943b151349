import { gapsIn, type Contribution } from './assemble-tree.js';
import type { Folder } from './folder.js';
import {
  noGaps,
  type LayoutGap,
  type LoaderFolder,
  type LoaderSlot,
  type LoaderTree,
} from './loader-tree.js';
import type { FolderPlan } from './folder-plan.js';
import type { Block } from './turbopack-trees.js';

/**
 * Recognises the common case: many URLs go on through one folder, and the slots beside it show the
 * same at all of them. Then one frame serves all, and each URL's tree is only the frame and what
 * stands in it.
 *
 * @returns undefined where the folder has to be put together URL by URL.
 */
export function frameOf(
  folder: Folder,
  plan: FolderPlan,
  contributions: readonly Contribution[],
): Frame | undefined {
  if (plan.inCatchAll) return undefined;
  const beside: LoaderSlot[] = [];
  let children: Contribution | undefined;
  for (const contribution of contributions) {
    const { folder: below, same, each } = contribution;
    if (below.isSlot) {
      const key = below.segment.name.value;
      if (each !== undefined || key === 'children' || same === undefined) return undefined;
      if (same.intercepting) return undefined;
      beside.push({ key, tree: same });
    } else if (each === undefined || children !== undefined) {
      return undefined;
    } else {
      children = contribution;
    }
  }
  return children?.each && new Frame(folder, beside, children.folder, children.each);
}

/** What is the same at all URLs of a block. */
export class Frame {
  readonly folder: Folder;
  /** The slots but for `children`. */
  readonly beside: readonly LoaderSlot[];
  readonly #through: Folder;
  readonly #each: Block;

  constructor(folder: Folder, beside: readonly LoaderSlot[], through: Folder, each: Block) {
    this.folder = folder;
    this.beside = beside;
    this.#through = through;
    this.#each = each;
  }

  /** The tree of one URL; undefined where it does not fit the frame after all. */
  around(index: number): LoaderTree | undefined {
    const children = this.#each[index];
    if (children === undefined || children.intercepting) return undefined;
    if (this.#through.isTransparent && !children.hasPage) return undefined;
    return new FramedTree(this, children);
  }
}

class FramedTree implements LoaderFolder {
  readonly kind = 'folder';
  readonly #frame: Frame;
  readonly #children: LoaderTree;

  constructor(frame: Frame, children: LoaderTree) {
    this.#frame = frame;
    this.#children = children;
  }

  get segment(): LoaderFolder['segment'] {
    return this.#frame.folder.segment;
  }

  get slots(): readonly LoaderSlot[] {
    return [{ key: 'children', tree: this.#children }, ...this.#frame.beside];
  }

  get displaced(): readonly LoaderTree[] {
    return noTrees;
  }

  get hasPage(): boolean {
    return this.#children.hasPage || this.#frame.beside.some(({ tree }) => tree.hasPage);
  }

  get onlyCatchAll(): boolean {
    return this.#children.onlyCatchAll && this.#frame.beside.every(({ tree }) => tree.onlyCatchAll);
  }

  get hasCatchAll(): boolean {
    return this.#children.hasCatchAll || this.#frame.beside.some(({ tree }) => tree.hasCatchAll);
  }

  get specificity(): number {
    const { beside, folder } = this.#frame;
    const below = beside.reduce(
      (deepest, { tree }) => Math.max(deepest, tree.specificity),
      this.#children.specificity,
    );
    return below >= 0 && !folder.isTransparent ? below + 1 : below;
  }

  get intercepting(): boolean {
    return this.#frame.folder.isIntercepting && this.hasPage;
  }

  get gaps(): readonly LayoutGap[] {
    const whole = this.#children.gaps.length === 0 && this.#children.kind !== 'missing';
    if (whole && this.#frame.beside.every(isWhole)) return noGaps;
    return gapsIn(this.#frame.folder, this.slots);
  }
}

const noTrees: readonly LoaderTree[] = [];

function isWhole({ tree }: LoaderSlot): boolean {
  return tree.kind !== 'missing' && tree.gaps.length === 0;
}
