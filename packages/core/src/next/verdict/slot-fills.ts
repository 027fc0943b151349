import type { ClientFolder, ClientTree } from '../navigation/client-tree.js';
import { slotName, type LoaderFolder, type LoaderTree } from '../loader-tree/loader-tree.js';
import { fileOf } from '../loader-tree/rendered.js';
import type { SlotFill } from '../route-matches.js';

type Tree = LoaderTree | ClientTree;
type Folder = LoaderFolder | ClientFolder;

/** Lists what stands in every slot of a tree, outermost level first. */
export function slotFills(tree: Tree | undefined): SlotFill[] {
  const fills: SlotFill[] = [];
  const known = new Map<Folder, Filling>();
  let level: readonly Folder[] = tree?.kind === 'folder' ? [tree] : [];
  while (level.length > 0) {
    const next: Folder[] = [];
    for (const folder of level) {
      const slots = slotsInOrder(folder);
      if (isLevel(folder)) addFills(folder, slots, known, fills);
      for (const { tree: below } of slots) {
        if (below.kind === 'folder') next.push(below);
      }
    }
    level = next;
  }
  return fills;
}

/** Slots are named where a layout gets them, or where a folder has slots that no layout gets. */
function isLevel(folder: Folder): boolean {
  return folder.segment.files.layout !== undefined || folder.segment.slots.length > 0;
}

function addFills(
  { segment: { path, files } }: Folder,
  slots: readonly Slot[],
  known: Map<Folder, Filling>,
  fills: SlotFill[],
): void {
  const segment = path === '' ? '/' : `/${path}`;
  const hasLayout = files.layout !== undefined;
  for (const { key, tree } of slots) {
    if (tree.kind === 'retained') continue;
    const { fill, file, reason } = fillingOf(tree, known);
    const rendered = key === 'children' || hasLayout;
    fills.push({ segment, slot: slotName(key), fill, file, reason, rendered });
  }
}

/** `children` first, the named slots by name. */
function slotsInOrder(folder: Folder): readonly Slot[] {
  const slots: readonly Slot[] = folder.slots;
  const ordered = slots.every((slot, index) => {
    const before = slots[index - 1];
    return before === undefined || compareSlots(before, slot) < 0;
  });
  return ordered ? slots : [...slots].sort(compareSlots);
}

interface Slot {
  readonly key: string;
  readonly tree: Tree;
}

function compareSlots({ key: a }: Slot, { key: b }: Slot): number {
  if (a === b) return 0;
  if (a === 'children') return -1;
  return b !== 'children' && a < b ? -1 : 1;
}

type Filling = Pick<SlotFill, 'fill' | 'file' | 'reason'>;

const empty: Filling = { fill: 'missing', file: null, reason: 'nothing' };

/**
 * What a person sees in a slot: the page or default at the end of its `children`.
 *
 * @param known - The folders already answered: each level asks about all that lies below it.
 */
function fillingOf(tree: Tree, known: Map<Folder, Filling>): Filling {
  switch (tree.kind) {
    case 'page': {
      const reason = tree.onlyCatchAll ? 'catch-all' : 'page';
      return { fill: 'page', file: fileOf(tree.segment, 'page') ?? null, reason };
    }
    case 'default':
      return { fill: 'default', file: fileOf(tree.segment, 'default') ?? null, reason: 'default' };
    case 'missing':
    case 'retained':
      return empty;
    case 'folder': {
      let filling = known.get(tree);
      if (!filling) known.set(tree, (filling = fillingOfFolder(tree, known)));
      return filling;
    }
  }
}

function fillingOfFolder(folder: Folder, known: Map<Folder, Filling>): Filling {
  const slots = slotsInOrder(folder);
  const [first] = slots;
  if (first?.key === 'children') return fillingOf(first.tree, known);
  // A folder of named slots alone shows what these show.
  const fillings = slots.map((slot) => fillingOf(slot.tree, known));
  return (
    fillings.find((filling) => filling.fill === 'page') ??
    fillings.find((filling) => filling.fill === 'default') ??
    empty
  );
}
