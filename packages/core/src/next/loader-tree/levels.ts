import type { LoaderFolder, LoaderTree } from './loader-tree.js';
import { matchedUrlsOf } from '../match-routes.js';
import type { RouteMatches } from '../route-matches.js';

/** A folder with named slots in the loader tree of one URL. */
export interface Level {
  readonly url: string;
  readonly tree: LoaderFolder;
}

type LevelsOfOwners = ReadonlyMap<string, readonly Level[]>;

/** ESLint asks layout by layout: without it, each of them goes through the trees of all URLs. */
const known = new WeakMap<RouteMatches, LevelsOfOwners>();

/**
 * What a folder with named slots is in the loader tree of each URL that Next keeps.
 *
 * @param owner - Its path below the app directory.
 */
export function levelsAt(matches: RouteMatches, owner: string): readonly Level[] {
  let ofOwners = known.get(matches);
  if (!ofOwners) known.set(matches, (ofOwners = collect(matches)));
  return ofOwners.get(owner) ?? [];
}

function collect(matches: RouteMatches): LevelsOfOwners {
  const ofOwners = new Map<string, Level[]>();
  const visit = (tree: LoaderTree, url: string) => {
    if (tree.kind !== 'folder') return;
    for (const slot of tree.slots) visit(slot.tree, url);
    if (tree.slots.every(({ key }) => key === 'children')) return;
    const others = ofOwners.get(tree.segment.path);
    if (others) others.push({ url, tree });
    else ofOwners.set(tree.segment.path, [{ url, tree }]);
  };
  for (const { tree, url, verdict } of matchedUrlsOf(matches).all) {
    if (tree && verdict.complete) visit(tree, url);
  }
  return ofOwners;
}
