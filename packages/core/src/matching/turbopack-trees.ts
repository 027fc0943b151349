import type { Segment } from '../tree/route-tree.js';
import { declaredSlots, declaresChildren, isSlot } from './declared-slots.js';
import {
  defaultOf,
  missing,
  noGaps,
  pageOf,
  retained,
  type LayoutGap,
  type LoaderFolder,
  type LoaderTree,
} from './loader-tree.js';
import type { MatchObserver } from './route-matches.js';
import {
  isCatchAll,
  isGroupName,
  isInterceptingName,
  isTransparent,
  urlPart,
} from './segment-url.js';
import { urlNodeOf, type UrlNode } from './url-node.js';

/** What stands at each URL of a {@link UrlNode}, in its order; undefined where a folder has nothing. */
type Block = readonly (LoaderTree | undefined)[];

/** What a folder below contributes: the same at every URL in question, or one tree for each. */
type Contribution =
  | { readonly folder: Segment; readonly same: LoaderTree | undefined }
  | { readonly folder: Segment; readonly each: Block };

/** What is known of a folder whatever the URL. */
interface Plan {
  /** Whether the last part of the folder's URL is a catch-all. */
  readonly inCatchAll: boolean;
  /** Whether an intercepting folder lies at or above the folder. */
  readonly inInterception: boolean;
  /** Indices of the folders below that matter at every URL that goes on from here. */
  readonly always: readonly number[];
  /** Indices of the folders below that matter where the URL goes on with a part. */
  readonly byPart: ReadonlyMap<string, readonly number[]>;
}

/** Trees that depend on nothing but the folder, kept with it. */
interface Memo {
  readonly plans: WeakMap<Segment, Plan>;
  readonly parts: WeakMap<Segment, ReadonlySet<string>>;
  readonly ends: WeakMap<Segment, { readonly tree: LoaderTree | undefined }>;
  readonly elsewheres: WeakMap<Segment, { readonly tree: LoaderTree | undefined }>;
  readonly blocks: WeakMap<Segment, WeakMap<UrlNode, Block>>;
}

const memos = { always: newMemo(), declared: newMemo() };

function newMemo(): Memo {
  return {
    plans: new WeakMap(),
    parts: new WeakMap(),
    ends: new WeakMap(),
    elsewheres: new WeakMap(),
    blocks: new WeakMap(),
  };
}

/**
 * Builds the loader tree of every URL as Turbopack does: folder by folder, a page at its own URL, a
 * catch-all page at every URL below its folder, else the default.
 *
 * Next builds each URL's tree from the top and looks at every folder on the way. Here each folder
 * answers once for all URLs that pass through it, and once for all that do not, so the work grows
 * with the number of files.
 *
 * Source of the behaviour: `crates/next-core/src/app_structure.rs` of vercel/next.js.
 */
export class TurbopackTrees {
  readonly #childrenSlot: 'always' | 'declared';
  readonly #memo: Memo;
  readonly #observer: MatchObserver | undefined;

  constructor(childrenSlot: 'always' | 'declared', observer?: MatchObserver) {
    this.#childrenSlot = childrenSlot;
    this.#memo = memos[childrenSlot];
    this.#observer = observer;
  }

  /** The trees of all URLs with a page, in the order of {@link urlNodeOf}. */
  treesOf(root: Segment): Block {
    return this.#at(root, urlNodeOf(root));
  }

  /** The trees of the URLs at and below a node, seen from a folder that stands at the node's URL. */
  #at(folder: Segment, node: UrlNode): Block {
    let blocks = this.#memo.blocks.get(folder);
    if (!blocks) this.#memo.blocks.set(folder, (blocks = new WeakMap()));
    const known = blocks.get(node);
    if (known) return known;
    const block: (LoaderTree | undefined)[] = [];
    if (node.pages.length > 0) block.push(this.#end(folder));
    for (const child of node.children.values()) {
      for (const tree of this.#through(folder, child)) block.push(tree);
    }
    blocks.set(node, block);
    return block;
  }

  /** The trees of the URLs at and below a node, seen from a folder that stands one part above. */
  #through(folder: Segment, node: UrlNode): Block {
    if (node.size === 0) return [];
    const plan = this.#plan(folder);
    const indices = mergeSorted(plan.always, plan.byPart.get(node.part) ?? []);
    const contributions = indices.flatMap((index): Contribution[] => {
      const below = folder.folders[index];
      if (below === undefined) return [];
      if (isTransparent(below)) {
        return this.#parts(below).has(node.part)
          ? [{ folder: below, each: this.#through(below, node) }]
          : [{ folder: below, same: this.#elsewhere(below) }];
      }
      return urlPart(below) === node.part
        ? [{ folder: below, each: this.#at(below, node) }]
        : [{ folder: below, same: this.#end(below) }];
    });
    const block: (LoaderTree | undefined)[] = [];
    for (let index = 0; index < node.size; index += 1) {
      block.push(this.#assemble(folder, plan, plan.inCatchAll, contributions, index));
    }
    return block;
  }

  /** The tree of the URL that ends at a folder, or of any URL that its catch-all takes. */
  #end(folder: Segment): LoaderTree | undefined {
    const known = this.#memo.ends.get(folder);
    if (known) return known.tree;
    const contributions = folder.folders
      .filter(isTransparent)
      .map((below): Contribution => ({ folder: below, same: this.#end(below) }));
    const tree = this.#assemble(folder, this.#plan(folder), true, contributions, 0);
    this.#memo.ends.set(folder, { tree });
    return tree;
  }

  /** The tree of a URL that goes on below a folder where nothing but its catch-alls match. */
  #elsewhere(folder: Segment): LoaderTree | undefined {
    const known = this.#memo.elsewheres.get(folder);
    if (known) return known.tree;
    const plan = this.#plan(folder);
    const contributions = folder.folders
      .filter((below) => isTransparent(below) || isCatchAll(below))
      .map((below): Contribution => ({
        folder: below,
        same: isTransparent(below) ? this.#elsewhere(below) : this.#end(below),
      }));
    const tree = this.#assemble(folder, plan, plan.inCatchAll, contributions, 0);
    this.#memo.elsewheres.set(folder, { tree });
    return tree;
  }

  #plan(folder: Segment): Plan {
    const known = this.#memo.plans.get(folder);
    if (known) return known;
    const always: number[] = [];
    const byPart = new Map<string, number[]>();
    folder.folders.forEach((below, index) => {
      if (isSlot(below)) {
        always.push(index);
      } else if (isTransparent(below)) {
        // A group without a page for the URL is passed over, so most groups matter at few URLs.
        if (this.#elsewhere(below)?.hasPage === true) always.push(index);
        else for (const part of this.#parts(below)) append(byPart, part, index);
      } else if (isCatchAll(below)) {
        always.push(index);
      } else {
        append(byPart, urlPart(below), index);
      }
    });
    const names = folder.path === '' ? [] : folder.path.split('/');
    const lastPart = names.findLast((name) => !name.startsWith('@') && !isGroupName(name));
    const plan: Plan = {
      inCatchAll: lastPart !== undefined && /^\[?\[\.\.\./u.test(lastPart),
      inInterception: names.some((name) => isInterceptingName(name) && !isGroupName(name)),
      always,
      byPart,
    };
    this.#memo.plans.set(folder, plan);
    return plan;
  }

  /** The parts with which a URL can go on inside a slot or group. */
  #parts(folder: Segment): ReadonlySet<string> {
    const known = this.#memo.parts.get(folder);
    if (known) return known;
    const parts = new Set<string>();
    for (const below of folder.folders) {
      if (isTransparent(below)) for (const part of this.#parts(below)) parts.add(part);
      else parts.add(urlPart(below));
    }
    this.#memo.parts.set(folder, parts);
    return parts;
  }

  /** Puts together what the folders below contribute to one URL. */
  #assemble(
    folder: Segment,
    plan: Plan,
    takesPage: boolean,
    contributions: readonly Contribution[],
    index: number,
  ): LoaderTree | undefined {
    this.#observer?.visited();
    const slots = new Map<string, LoaderTree>();
    const displaced: LoaderTree[] = [];
    if (takesPage && folder.files.page !== undefined) {
      slots.set('children', pageOf(folder, plan.inCatchAll));
    }
    for (const contribution of contributions) {
      const below = contribution.folder;
      const tree = 'each' in contribution ? contribution.each[index] : contribution.same;
      if (tree === undefined) continue;
      if (isSlot(below)) {
        // `@children` puts itself in the place of what was found so far.
        const before = slots.get(below.name.value);
        if (before?.kind === 'folder') displaced.push(before);
        slots.set(below.name.value, tree);
        continue;
      }
      if (isTransparent(below) && !tree.hasPage) continue;
      const current = slots.get('children');
      if (current === undefined || isBetter(tree, current)) {
        if (current?.kind === 'folder') displaced.push(current);
        slots.set('children', tree);
      } else {
        displaced.push(tree);
      }
    }
    const host = !plan.inInterception && [...slots.values()].some((tree) => tree.intercepting);
    if (host) {
      for (const [key, tree] of slots) if (!tree.intercepting) slots.set(key, retained);
    }
    if (slots.size === 0) {
      if (folder.files.default !== undefined) return defaultOf(folder);
      return isSlot(folder) ? missing : undefined;
    }
    if (!slots.has('children') && (this.#childrenSlot === 'always' || declaresChildren(folder))) {
      const fallback = folder.files.default === undefined ? missing : defaultOf(folder);
      slots.set('children', host ? retained : fallback);
    }
    return folderTree(folder, slots, displaced);
  }
}

/** Whether a tree takes the place of the one found before it. */
function isBetter(tree: LoaderTree, current: LoaderTree): boolean {
  return current.onlyCatchAll && (!tree.onlyCatchAll || current.specificity < tree.specificity);
}

function folderTree(
  segment: Segment,
  slots: ReadonlyMap<string, LoaderTree>,
  displaced: readonly LoaderTree[],
): LoaderFolder {
  let hasPage = false;
  let onlyCatchAll = true;
  let hasCatchAll = false;
  let specificity = -1;
  let intercepting = false;
  const gaps: LayoutGap[] = [];
  for (const [key, tree] of slots) {
    hasPage ||= tree.hasPage;
    onlyCatchAll &&= tree.onlyCatchAll;
    hasCatchAll ||= tree.hasCatchAll;
    specificity = Math.max(specificity, tree.specificity);
    intercepting ||= tree.intercepting;
    if (tree.kind === 'missing') {
      gaps.push({
        owner: segment,
        slot: key === 'children' ? key : `@${key}`,
        layout: undefined,
        besideCatchAll: [...slots].flatMap(([other, each]) => (each.hasCatchAll ? [other] : [])),
        quiet: false,
      });
    }
    gaps.push(...tree.gaps);
  }
  if (hasPage && isInterceptingName(segment.name.raw) && !isTransparent(segment)) {
    intercepting = true;
  }
  if (specificity >= 0 && !isTransparent(segment)) specificity += 1;
  return {
    kind: 'folder',
    segment,
    slots,
    displaced,
    hasPage,
    onlyCatchAll,
    hasCatchAll,
    specificity,
    intercepting,
    gaps: gaps.length === 0 ? noGaps : seenByLayout(segment, gaps),
  };
}

/** Settles the gaps that no layout has claimed: this folder's layout does, if it gets such a slot. */
function seenByLayout(segment: Segment, gaps: readonly LayoutGap[]): readonly LayoutGap[] {
  if (segment.files.layout === undefined) return gaps;
  const declared = declaredSlots(segment);
  return gaps.flatMap((gap) => {
    if (gap.layout !== undefined) return [gap];
    const key = gap.slot === 'children' ? gap.slot : gap.slot.slice(1);
    if (!declared.has(key)) return [];
    const quiet = gap.besideCatchAll.some((beside) => declared.has(beside));
    return [{ ...gap, layout: segment, quiet }];
  });
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function mergeSorted(a: readonly number[], b: readonly number[]): readonly number[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  return [...a, ...b].sort((left, right) => left - right);
}
