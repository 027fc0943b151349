import type { LoaderTree } from '../loader-tree/loader-tree.js';
import { matchedUrlsOf } from '../match-routes.js';
import type { RouteMatches } from '../route-matches.js';

/** Where default files stand at some URL, by the paths of their folders. */
interface UsedDefaults {
  readonly folders: Set<string>;
  readonly slots: Set<string>;
}

const known = new WeakMap<RouteMatches, UsedDefaults>();

/**
 * The paths of the folders whose default file stands in a slot at some URL, intercepting URLs
 * included: all that a hard navigation can show, and, since a soft navigation only puts together what
 * these URLs have, all that it can show as well.
 */
export function foldersWithUsedDefault(matches: RouteMatches): ReadonlySet<string> {
  return usedDefaultsOf(matches).folders;
}

/**
 * The paths of the slots that show their own default file at some URL, in place of all that they hold:
 * files in the slot do not wrap it then.
 */
export function slotsShowingDefault(matches: RouteMatches): ReadonlySet<string> {
  return usedDefaultsOf(matches).slots;
}

function usedDefaultsOf(matches: RouteMatches): UsedDefaults {
  let used = known.get(matches);
  if (!used) known.set(matches, (used = collectUsed(matches)));
  return used;
}

function collectUsed(matches: RouteMatches): UsedDefaults {
  const used = { folders: new Set<string>(), slots: new Set<string>() };
  // Trees that many URLs share are looked through once.
  const seen = new Set<LoaderTree>();
  const visit = (tree: LoaderTree) => {
    if (seen.has(tree)) return;
    seen.add(tree);
    if (tree.kind === 'default') used.folders.add(tree.segment.path);
    if (tree.kind !== 'folder') return;
    for (const { key, tree: below } of tree.slots) {
      if (key !== 'children' && below.kind === 'default') used.slots.add(below.segment.path);
      visit(below);
    }
  };
  for (const { tree } of matchedUrlsOf(matches).all) if (tree) visit(tree);
  return used;
}
