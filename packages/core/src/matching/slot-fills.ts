import type { ClientFolder, ClientTree } from './client-tree.js';
import { slotName, type LoaderFolder, type LoaderTree } from './loader-tree.js';
import { fileOf } from './rendered.js';
import type { SlotFill } from './route-matches.js';

type Tree = LoaderTree | ClientTree;
type Folder = LoaderFolder | ClientFolder;

/** Lists what stands in every slot of a tree, outermost level first. */
export function slotFills(tree: Tree | undefined): SlotFill[] {
  const fills: SlotFill[] = [];
  let level: readonly Folder[] = tree?.kind === 'folder' ? [tree] : [];
  while (level.length > 0) {
    const next: Folder[] = [];
    for (const folder of level) {
      if (isLevel(folder)) fills.push(...fillsOf(folder));
      for (const { tree: below } of slotsInOrder(folder)) {
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

function fillsOf(folder: Folder): SlotFill[] {
  const { segment } = folder;
  const owner = segment.path === '' ? '/' : `/${segment.path}`;
  const hasLayout = segment.files.layout !== undefined;
  return slotsInOrder(folder).flatMap(({ key, tree }): SlotFill[] => {
    if (tree.kind === 'retained') return [];
    const rendered = key === 'children' || hasLayout;
    return [{ segment: owner, slot: slotName(key), ...fillingOf(tree), rendered }];
  });
}

/** `children` first, the named slots by name. */
function slotsInOrder(folder: Folder): readonly { readonly key: string; readonly tree: Tree }[] {
  const slots: { readonly key: string; readonly tree: Tree }[] = [...folder.slots];
  if (slots.length < 2) return slots;
  const rank = (key: string) => (key === 'children' ? '' : `@${key}`);
  return slots.sort((a, b) => (rank(a.key) < rank(b.key) ? -1 : 1));
}

type Filling = Pick<SlotFill, 'fill' | 'file' | 'reason'>;

const empty: Filling = { fill: 'missing', file: null, reason: 'nothing' };

/** What a person sees in a slot: the page or default at the end of its `children`. */
function fillingOf(tree: Tree): Filling {
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
      const slots = slotsInOrder(tree);
      const [first] = slots;
      if (first?.key === 'children') return fillingOf(first.tree);
      // A folder of named slots alone shows what these show.
      const fillings = slots.map((slot) => fillingOf(slot.tree));
      return (
        fillings.find((filling) => filling.fill === 'page') ??
        fillings.find((filling) => filling.fill === 'default') ??
        empty
      );
    }
  }
}
