import type { LoaderTree } from '../loader-tree/loader-tree.js';
import type { RouteMatches } from '../route-matches.js';

/**
 * The paths of the folders whose default file stands in a slot at some URL, intercepting URLs
 * included: all that a hard navigation can show, and, since a soft navigation only puts together what
 * these URLs have, all that it can show as well.
 */
export function foldersWithUsedDefault(matches: RouteMatches): ReadonlySet<string> {
  return matches.derive(usedDefaults).folders;
}

/**
 * The paths of the slots that show their own default file at some URL, in place of all that they hold:
 * files in the slot do not wrap it then.
 */
export function slotsShowingDefault(matches: RouteMatches): ReadonlySet<string> {
  return matches.derive(usedDefaults).slots;
}

function usedDefaults({ urls }: RouteMatches): Record<'folders' | 'slots', ReadonlySet<string>> {
  const folders = new Set<string>();
  const slots = new Set<string>();
  // Trees that many URLs share are looked through once.
  const seen = new Set<LoaderTree>();
  const visit = (tree: LoaderTree) => {
    if (seen.has(tree)) return;
    seen.add(tree);
    if (tree.kind === 'default') folders.add(tree.folder.segment.path);
    if (tree.kind !== 'folder') return;
    for (const [key, below] of tree.slots) {
      if (key !== 'children' && below.kind === 'default') slots.add(below.folder.segment.path);
      visit(below);
    }
  };
  for (const { tree } of urls) if (tree) visit(tree);
  return { folders, slots };
}
