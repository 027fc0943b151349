import { filePath } from '../../routes/walk.js';
import type { LoaderTree } from './loader-tree.js';
import { matchedUrlsOf } from '../match-routes.js';
import type { RouteMatches } from '../route-matches.js';

/** A page or default file that stands somewhere at a URL. */
export interface Leaf {
  /** Relative to the app directory. */
  readonly file: string;
  readonly kind: 'page' | 'default';
  /** Whether it stands in a named slot, at any level. */
  readonly isInSlot: boolean;
}

/** What stands at one URL. */
export interface UrlLeaves {
  readonly url: string;
  readonly leaves: readonly Leaf[];
}

type LeavesOfFiles = ReadonlyMap<string, readonly UrlLeaves[]>;

/** ESLint asks file by file: without it, each page that exports metadata goes through all URLs. */
const known = new WeakMap<RouteMatches, LeavesOfFiles>();

/**
 * What stands at each URL beside a file where a named slot has some, rendered by its layout or not:
 * metadata of all of them counts. Intercepting routes are left out.
 */
export function leavesBeside(matches: RouteMatches, file: string): readonly UrlLeaves[] {
  let ofFiles = known.get(matches);
  if (!ofFiles) known.set(matches, (ofFiles = byFile(collect(matches))));
  return ofFiles.get(file) ?? [];
}

function byFile(urls: readonly UrlLeaves[]): LeavesOfFiles {
  const ofFiles = new Map<string, UrlLeaves[]>();
  for (const each of urls) {
    for (const file of new Set(each.leaves.map((leaf) => leaf.file))) {
      const others = ofFiles.get(file);
      if (others) others.push(each);
      else ofFiles.set(file, [each]);
    }
  }
  return ofFiles;
}

function collect(matches: RouteMatches): readonly UrlLeaves[] {
  const urls: UrlLeaves[] = [];
  const ok = new Set(
    matches.routes.filter(({ outcome }) => outcome === 'ok').map(({ url }) => url),
  );
  // Trees that many URLs share are looked through once.
  const seen = new Map<LoaderTree, readonly Leaf[]>();
  for (const { url, tree, intercepting } of matchedUrlsOf(matches).all) {
    if (!tree || intercepting || !ok.has(url)) continue;
    let leaves = seen.get(tree);
    if (!leaves) seen.set(tree, (leaves = [...leavesOf(tree, false)]));
    if (leaves.some(({ isInSlot }) => isInSlot)) urls.push({ url, leaves });
  }
  return urls;
}

function* leavesOf(tree: LoaderTree, isInSlot: boolean): Generator<Leaf> {
  if (tree.kind === 'folder') {
    for (const { key, tree: below } of tree.slots) {
      yield* leavesOf(below, isInSlot || key !== 'children');
    }
  } else if (tree.kind === 'page' || tree.kind === 'default') {
    const file = filePath(tree.segment, tree.kind);
    if (file !== undefined) yield { file, kind: tree.kind, isInSlot };
  }
}
