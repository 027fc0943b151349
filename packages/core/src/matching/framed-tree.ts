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

/**
 * Recognises the common case: URLs go on through one folder, and the slots beside it show the same at
 * all of them. Then one frame serves all, and each URL's tree is only the frame and what stands in it.
 *
 * @param constants - What the slots show at URLs that are not theirs.
 * @returns undefined where the folder has to be put together URL by URL.
 */
export function frameOf(
  folder: Folder,
  plan: FolderPlan,
  constants: readonly Contribution[],
): Frame | undefined {
  if (plan.inCatchAll) return undefined;
  const beside: LoaderSlot[] = [];
  for (const { folder: below, same } of constants) {
    const key = below.segment.name.value;
    if (!below.isSlot || key === 'children' || same === undefined) return undefined;
    if (same.intercepting) return undefined;
    beside.push({ key, tree: same });
  }
  return new Frame(folder, beside);
}

/** What is the same at all URLs that go on through one folder. */
export class Frame {
  readonly folder: Folder;
  /** The slots but for `children`. */
  readonly beside: readonly LoaderSlot[];
  /** Whether something fills each of {@link beside}, and all that lies in it. */
  readonly isWhole: boolean;

  constructor(folder: Folder, beside: readonly LoaderSlot[]) {
    this.folder = folder;
    this.beside = beside;
    this.isWhole = beside.every(({ tree }) => tree.kind !== 'missing' && tree.gaps.length === 0);
  }

  /** The tree of one URL; undefined where it does not fit the frame after all. */
  around(through: Folder, children: LoaderTree | undefined): LoaderTree | undefined {
    if (children === undefined || children.intercepting) return undefined;
    if (through.isTransparent && !children.hasPage) return undefined;
    return new FramedTree(this, children);
  }
}

/** The tree of one URL in a frame. */
export class FramedTree implements LoaderFolder {
  readonly kind = 'folder';
  readonly frame: Frame;
  readonly children: LoaderTree;
  readonly gaps: readonly LayoutGap[];

  constructor(frame: Frame, children: LoaderTree) {
    this.frame = frame;
    this.children = children;
    const whole = children.kind !== 'missing' && children.gaps.length === 0 && frame.isWhole;
    this.gaps = whole ? noGaps : gapsIn(frame.folder, this.slots);
  }

  get segment(): LoaderFolder['segment'] {
    return this.frame.folder.segment;
  }

  get slots(): readonly LoaderSlot[] {
    return [{ key: 'children', tree: this.children }, ...this.frame.beside];
  }

  get displaced(): readonly LoaderTree[] {
    return noTrees;
  }

  get hasPage(): boolean {
    return this.children.hasPage || this.frame.beside.some(({ tree }) => tree.hasPage);
  }

  get onlyCatchAll(): boolean {
    return this.children.onlyCatchAll && this.frame.beside.every(({ tree }) => tree.onlyCatchAll);
  }

  get hasCatchAll(): boolean {
    return this.children.hasCatchAll || this.frame.beside.some(({ tree }) => tree.hasCatchAll);
  }

  get specificity(): number {
    const { beside, folder } = this.frame;
    const below = beside.reduce(
      (deepest, { tree }) => Math.max(deepest, tree.specificity),
      this.children.specificity,
    );
    return below >= 0 && !folder.isTransparent ? below + 1 : below;
  }

  get intercepting(): boolean {
    return this.frame.folder.isIntercepting && this.hasPage;
  }
}

const noTrees: readonly LoaderTree[] = [];
