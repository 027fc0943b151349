import type { Folder } from './folder.js';
import type { FolderPlan } from './folder-plan.js';
import {
  defaultOf,
  missing,
  noGaps,
  pageOf,
  retained,
  slotName,
  type LayoutGap,
  type LoaderFolder,
  type LoaderSlot,
  type LoaderTree,
} from './loader-tree.js';
import { joinPath } from '../tree/walk.js';
import { leafDefault } from './leaf-tree.js';
import type { Block, ChildrenSlot } from './turbopack-trees.js';

/** What a folder below contributes: the same at every URL in question, or one tree for each. */
export interface Contribution {
  readonly folder: Folder;
  readonly same: LoaderTree | undefined;
  readonly each: Block | undefined;
}

const noTrees: readonly LoaderTree[] = [];

/**
 * Puts together what the folders below contribute to one URL, in the order of their names.
 *
 * @param takesPage - Whether the folder's own page belongs to the URL.
 * @param index - Which of the URLs, where a contribution has a tree for each.
 * @returns undefined where the folder has nothing for the URL.
 */
export function assemble(
  folder: Folder,
  plan: FolderPlan,
  childrenSlot: ChildrenSlot,
  takesPage: boolean,
  contributions: readonly Contribution[],
  index: number,
): LoaderTree | undefined {
  const { segment } = folder;
  const slots: LoaderSlot[] = [];
  let displaced: LoaderTree[] | undefined;
  let childrenAt = -1;
  let intercepted = false;
  if (takesPage && segment.files.page !== undefined) {
    childrenAt = slots.push({ key: 'children', tree: pageOf(segment, plan.inCatchAll) }) - 1;
  }
  for (const { folder: below, same, each } of contributions) {
    const tree = each === undefined ? same : each[index];
    if (tree === undefined) continue;
    const key = below.isSlot ? below.segment.name.value : 'children';
    // A group without a page for the URL is passed over.
    if (!below.isSlot && below.isTransparent && !tree.hasPage) continue;
    intercepted ||= tree.intercepting;
    if (key !== 'children') {
      slots.push({ key, tree });
      continue;
    }
    const current = slots[childrenAt]?.tree;
    // `@children` puts itself in the place of whatever was found so far.
    if (current === undefined || below.isSlot || isBetter(tree, current)) {
      if (current?.kind === 'folder') (displaced ??= []).push(current);
      if (childrenAt < 0) childrenAt = slots.length;
      slots[childrenAt] = { key, tree };
    } else {
      (displaced ??= []).push(tree);
    }
  }
  const host = intercepted && !plan.inInterception && slots.some(({ tree }) => tree.intercepting);
  if (host) {
    slots.forEach(({ key, tree }, at) => {
      if (!tree.intercepting) slots[at] = { key, tree: retained };
    });
  }
  if (slots.length === 0) return leafDefault(folder);
  if (childrenAt < 0 && (childrenSlot === 'always' || folder.declaresChildren)) {
    const fallback = segment.files.default === undefined ? missing : defaultOf(segment);
    slots.push({ key: 'children', tree: host ? retained : fallback });
  }
  return summarised(folder, slots, displaced ?? noTrees);
}

/** Whether a tree takes the place of the one found before it. */
function isBetter(tree: LoaderTree, current: LoaderTree): boolean {
  return current.onlyCatchAll && (!tree.onlyCatchAll || current.specificity < tree.specificity);
}

function summarised(
  folder: Folder,
  slots: readonly LoaderSlot[],
  displaced: readonly LoaderTree[],
): LoaderFolder {
  const { segment } = folder;
  let hasPage = false;
  let onlyCatchAll = true;
  let hasCatchAll = false;
  let specificity = -1;
  let intercepting = false;
  for (const { tree } of slots) {
    hasPage ||= tree.hasPage;
    onlyCatchAll &&= tree.onlyCatchAll;
    hasCatchAll ||= tree.hasCatchAll;
    specificity = Math.max(specificity, tree.specificity);
    intercepting ||= tree.intercepting;
  }
  return {
    kind: 'folder',
    segment,
    slots,
    displaced,
    hasPage,
    onlyCatchAll,
    hasCatchAll,
    specificity: specificity >= 0 && !folder.isTransparent ? specificity + 1 : specificity,
    intercepting: intercepting || (hasPage && folder.isIntercepting),
    gaps: gapsIn(folder, slots),
  };
}

/** The gaps in a folder's slots and below, as far as its layout settles them. */
export function gapsIn(folder: Folder, slots: readonly LoaderSlot[]): readonly LayoutGap[] {
  let gaps: LayoutGap[] | undefined;
  for (const { key, tree } of slots) {
    if (tree.kind === 'missing') (gaps ??= []).push(gapIn(folder, key, slots));
    if (tree.gaps.length > 0) (gaps ??= []).push(...tree.gaps);
  }
  return gaps === undefined ? noGaps : seenByLayout(folder, gaps);
}

function gapIn(folder: Folder, key: string, slots: readonly LoaderSlot[]): LayoutGap {
  return {
    owner: folder.segment.path,
    slot: slotName(key),
    layout: undefined,
    besideCatchAll: slots.filter(({ tree }) => tree.hasCatchAll).map((slot) => slot.key),
    quiet: false,
  };
}

/** Settles the gaps that no layout has claimed: this folder's layout does, if it gets such a slot. */
function seenByLayout(folder: Folder, gaps: readonly LayoutGap[]): readonly LayoutGap[] {
  const { path, files } = folder.segment;
  if (files.layout === undefined) return gaps;
  const layout = joinPath(path, files.layout);
  const declared = folder.declaredSlots;
  return gaps.flatMap((gap) => {
    if (gap.layout !== undefined) return [gap];
    if (!declared.has(gap.slot === 'children' ? gap.slot : gap.slot.slice(1))) return [];
    const quiet = gap.besideCatchAll.some((beside) => declared.has(beside));
    return [{ ...gap, layout, quiet }];
  });
}
