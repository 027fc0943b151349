import { remembered } from '../../remembered.js';
import type { LoaderTree } from '../loader-tree/loader-tree.js';
import { fileOf } from '../loader-tree/rendered.js';
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

/**
 * What stands at each URL beside a file where a named slot has some, rendered by its layout or not:
 * metadata of all of them counts. Intercepting routes are left out.
 */
export function leavesBeside(matches: RouteMatches, file: string): readonly UrlLeaves[] {
  return matches.derive(leavesByFile).get(file) ?? [];
}

function leavesByFile({ urls, routes }: RouteMatches): ReadonlyMap<string, readonly UrlLeaves[]> {
  const ok = new Set(routes.flatMap(({ url, slotOutcome }) => (slotOutcome === 'ok' ? [url] : [])));
  const byFile = new Map<string, UrlLeaves[]>();
  for (const { url, tree, intercepting } of urls) {
    const leaves = tree && !intercepting && ok.has(url) ? [...leavesOf(tree, false)] : [];
    if (!leaves.some(({ isInSlot }) => isInSlot)) continue;
    for (const file of new Set(leaves.map((leaf) => leaf.file))) {
      remembered(byFile, file, (): UrlLeaves[] => []).push({ url, leaves });
    }
  }
  return byFile;
}

function* leavesOf(tree: LoaderTree, isInSlot: boolean): Generator<Leaf> {
  if (tree.kind === 'folder') {
    for (const [key, below] of tree.slots) {
      yield* leavesOf(below, isInSlot || key !== 'children');
    }
  } else if (tree.kind === 'page' || tree.kind === 'default') {
    const file = fileOf(tree);
    if (file !== undefined) yield { file, kind: tree.kind, isInSlot };
  }
}
