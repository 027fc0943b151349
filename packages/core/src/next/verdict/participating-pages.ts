import type { Segment } from '../../routes/route-tree.js';
import type { LoaderTree } from '../loader-tree/loader-tree.js';
import type { UrlNode } from '../url/url-node.js';

/**
 * Collects the pages that take part in a URL. Next builds the URL's tree once per folder that holds a
 * page for it, from that folder up, so a page counts even where another displaces it further up.
 */
export function addParticipatingPages(
  tree: LoaderTree,
  node: UrlNode,
  pages: Set<Segment>,
  seen: Set<LoaderTree>,
): void {
  if (tree.kind === 'page') pages.add(tree.segment);
  if (tree.kind !== 'folder') return;
  if (tree.slots.length > 1) {
    if (seen.has(tree)) return;
    seen.add(tree);
  }
  for (const slot of tree.slots) addParticipatingPages(slot.tree, node, pages, seen);
  for (const below of tree.displaced) {
    if (below.kind === 'folder' && holdsPageOf(below.segment, node)) {
      addParticipatingPages(below, node, pages, seen);
    }
  }
}

/** Whether all pages of a URL's own folders stand in its tree. */
export function holdsOwnPages(tree: LoaderTree, { pages }: UrlNode): boolean {
  return countPages(tree, pages) === pages.length;
}

function countPages(tree: LoaderTree, pages: readonly Segment[]): number {
  if (tree.kind !== 'folder') return tree.kind === 'page' && pages.includes(tree.segment) ? 1 : 0;
  let count = 0;
  for (const slot of tree.slots) if (slot.tree.hasPage) count += countPages(slot.tree, pages);
  return count;
}

function holdsPageOf(folder: Segment, node: UrlNode): boolean {
  return node.pages.some((page) => page === folder || page.path.startsWith(`${folder.path}/`));
}
