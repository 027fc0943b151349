import type { ClientFolder, ClientTree } from './client-tree.js';
import type { LoaderFolder, LoaderTree } from './loader-tree.js';
import { fileOf } from './rendered.js';
import type { SlotFill, SlotName } from './route-matches.js';

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
      for (const key of slotKeys(folder)) {
        const below = folder.slots.get(key);
        if (below?.kind === 'folder') next.push(below);
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
  const { segment, slots } = folder;
  const owner = segment.path === '' ? '/' : `/${segment.path}`;
  const hasLayout = segment.files.layout !== undefined;
  return slotKeys(folder).flatMap((key): SlotFill[] => {
    const tree = slots.get(key);
    if (tree === undefined || tree.kind === 'retained') return [];
    const slot: SlotName = key === 'children' ? key : `@${key}`;
    const filling = fillingOf(tree);
    return [{ segment: owner, slot, ...filling, rendered: key === 'children' || hasLayout }];
  });
}

/** `children` first, the named slots as the tree has them. */
function slotKeys(folder: Folder): string[] {
  const named = [...folder.slots.keys()].filter((key) => key !== 'children').sort();
  return folder.slots.has('children') ? ['children', ...named] : named;
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
      const children = tree.slots.get('children');
      if (children) return fillingOf(children);
      // A folder of named slots alone shows what these show.
      const fillings = [...tree.slots.values()].map(fillingOf);
      return (
        fillings.find((filling) => filling.fill === 'page') ??
        fillings.find((filling) => filling.fill === 'default') ??
        empty
      );
    }
  }
}
