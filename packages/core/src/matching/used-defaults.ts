import type { LoaderTree } from './loader-tree.js';
import { matchedUrlsOf } from './match-routes.js';
import type { RouteMatches } from './route-matches.js';

const known = new WeakMap<RouteMatches, ReadonlySet<string>>();

/**
 * The paths of the folders whose default file stands in a slot at some URL, intercepting URLs
 * included: all that a hard navigation can show, and, since a soft navigation only puts together what
 * these URLs have, all that it can show as well.
 */
export function foldersWithUsedDefault(matches: RouteMatches): ReadonlySet<string> {
  let used = known.get(matches);
  if (!used) known.set(matches, (used = collectUsed(matches)));
  return used;
}

function collectUsed(matches: RouteMatches): ReadonlySet<string> {
  const used = new Set<string>();
  // Trees that many URLs share are looked through once.
  const seen = new Set<LoaderTree>();
  const visit = (tree: LoaderTree) => {
    if (seen.has(tree)) return;
    seen.add(tree);
    if (tree.kind === 'default') used.add(tree.segment.path);
    if (tree.kind === 'folder') for (const slot of tree.slots) visit(slot.tree);
  };
  for (const { tree } of matchedUrlsOf(matches).all) if (tree) visit(tree);
  return used;
}
