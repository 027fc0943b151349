import { remembered } from '../remembered.js';
import type { LoaderFolder, LoaderTree } from './loader-tree/loader-tree.js';
import { fileOf } from './loader-tree/rendered.js';
import type { ClientFolder, ClientTree } from './navigation/client-tree.js';
import type { SlotFill } from './route-matches.js';
import { slotName, type RendersSlot } from './slots.js';
import type { Folder } from './url/folder.js';

/** A tree of Next's server, or of its router in the browser. */
type FilledTree = LoaderTree | ClientTree;

type FilledFolder = LoaderFolder | ClientFolder;

type FilledSlot = readonly [key: string, tree: FilledTree];

/**
 * Lists what stands in every slot of a tree, outermost level first.
 *
 * @param renders - What the layouts do with their slots; without it, they render all of them.
 */
export function slotFills(
  tree: FilledTree | undefined,
  renders: RendersSlot = () => true,
): readonly SlotFill[] {
  const fills: SlotFill[] = [];
  const known = new Map<FilledFolder, Filling>();
  let level: readonly FilledTree[] = tree ? [tree] : [];
  while (level.length > 0) {
    const below: FilledTree[] = [];
    for (const each of level) {
      if (each.kind !== 'folder') continue;
      const slots = slotsInOrder(each);
      if (isLevel(each.folder)) fills.push(...fillsOf(each.folder, slots, renders, known));
      for (const [, tree] of slots) below.push(tree);
    }
    level = below;
  }
  return fills;
}

/** Slots are named where a layout gets them, or where a folder has slots that no layout gets. */
function isLevel({ segment: { files, slots } }: Folder): boolean {
  return files.layout !== undefined || slots.length > 0;
}

function fillsOf(
  { segment }: Folder,
  slots: readonly FilledSlot[],
  renders: RendersSlot,
  known: Map<FilledFolder, Filling>,
): readonly SlotFill[] {
  return slots.flatMap(([key, tree]): readonly SlotFill[] => {
    if (tree.kind === 'retained') return [];
    const slot = slotName(key);
    const isPassed = key === 'children' || segment.files.layout !== undefined;
    const rendered = isPassed && renders(segment, slot);
    return [{ segment: `/${segment.path}`, slot, ...fillingOf(tree, known), rendered }];
  });
}

/** `children` first, the named slots by name. */
function slotsInOrder({ slots }: FilledFolder): readonly FilledSlot[] {
  return [...slots].sort(([a], [b]) => {
    if (a === b) return 0;
    if (a === 'children') return -1;
    return b !== 'children' && a < b ? -1 : 1;
  });
}

type Filling = Pick<SlotFill, 'fill' | 'file' | 'reason'>;

const empty: Filling = { fill: 'missing', file: null, reason: 'nothing' };

/**
 * What a person sees in a slot: the page or default at the end of its `children`.
 *
 * @param known - The folders already answered: each level asks about all that lies below it.
 */
function fillingOf(tree: FilledTree, known: Map<FilledFolder, Filling>): Filling {
  switch (tree.kind) {
    case 'page': {
      const reason = tree.onlyCatchAll ? 'catch-all' : 'page';
      return { fill: 'page', file: fileOf(tree) ?? null, reason };
    }
    case 'default':
      return { fill: 'default', file: fileOf(tree) ?? null, reason: 'default' };
    case 'missing':
    case 'retained':
      return empty;
    case 'folder':
      return remembered(known, tree, () => fillingOfFolder(tree, known));
  }
}

function fillingOfFolder(folder: FilledFolder, known: Map<FilledFolder, Filling>): Filling {
  const children = folder.slots.get('children');
  if (children) return fillingOf(children, known);
  // A folder of named slots alone shows what these show.
  const fillings = slotsInOrder(folder).map(([, tree]) => fillingOf(tree, known));
  return (
    fillings.find(({ fill }) => fill === 'page') ??
    fillings.find(({ fill }) => fill === 'default') ??
    empty
  );
}
