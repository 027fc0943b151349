import type { Folder } from '../url/folder.js';
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
import { joinPath } from '../../routes/walk.js';
import type { ChildrenSlot } from './turbopack-trees.js';

/** What a folder below shows at the URL; undefined where it shows nothing. */
export interface Contribution {
  readonly folder: Folder;
  readonly tree: LoaderTree | undefined;
}

const noTrees: readonly LoaderTree[] = [];

/**
 * Puts together what the folders below contribute to one URL, in the order of their names.
 *
 * @param takesPage - Whether the folder's own page belongs to the URL.
 * @returns undefined where the folder has nothing for the URL.
 */
export function assemble(
  folder: Folder,
  childrenSlot: ChildrenSlot,
  takesPage: boolean,
  contributions: readonly Contribution[],
): LoaderTree | undefined {
  const { segment } = folder;
  const slots: LoaderSlot[] = [];
  let displaced: LoaderTree[] | undefined;
  let childrenAt = -1;
  let intercepted = false;
  if (takesPage && segment.files.page !== undefined) {
    childrenAt = slots.push({ key: 'children', tree: pageOf(segment, folder.inCatchAll) }) - 1;
  }
  for (const { folder: below, tree } of contributions) {
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
  const host = intercepted && !folder.inInterception && slots.some(({ tree }) => tree.intercepting);
  if (host) {
    slots.forEach(({ key, tree }, at) => {
      if (!tree.intercepting) slots[at] = { key, tree: retained };
    });
  }
  if (slots.length === 0) return defaultTree(folder);
  if (childrenAt < 0 && (childrenSlot === 'always' || folder.declaresChildren)) {
    const fallback = segment.files.default === undefined ? missing : defaultOf(segment);
    slots.push({ key: 'children', tree: host ? retained : fallback });
  }
  return summarised(folder, slots, displaced ?? noTrees);
}

/** What a folder shows that has no page for the URL. */
function defaultTree({ segment, isSlot }: Folder): LoaderTree | undefined {
  if (segment.files.default !== undefined) return defaultOf(segment);
  return isSlot ? missing : undefined;
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
function gapsIn(folder: Folder, slots: readonly LoaderSlot[]): readonly LayoutGap[] {
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
