import { groupBy } from '../../group-by.js';
import type { LoaderFolder, LoaderTree } from '../loader-tree/loader-tree.js';
import type { RouteMatches } from '../route-matches.js';

/** A folder with named slots in the loader tree of one URL. */
export interface FolderAtUrl {
  readonly url: string;
  readonly tree: LoaderFolder;
}

/**
 * What a folder with named slots is in the loader tree of each URL that Next keeps.
 *
 * @param owner - Its path below the app directory.
 */
export function slotsOfFolder(matches: RouteMatches, owner: string): readonly FolderAtUrl[] {
  return matches.derive(foldersWithSlots).get(owner) ?? [];
}

function foldersWithSlots({ urls }: RouteMatches): ReadonlyMap<string, readonly FolderAtUrl[]> {
  const found: FolderAtUrl[] = [];
  const visit = (tree: LoaderTree, url: string) => {
    if (tree.kind !== 'folder') return;
    for (const slot of tree.slots) visit(slot.tree, url);
    if (tree.slots.some(({ key }) => key !== 'children')) found.push({ url, tree });
  };
  for (const { tree, url, verdict } of urls) if (tree && verdict.complete) visit(tree, url);
  return groupBy(found, ({ tree }) => tree.folder.segment.path);
}
