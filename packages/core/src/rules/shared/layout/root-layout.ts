import type { App } from '../../../app.js';
import type { LoaderTree } from '../../../next/loader-tree/loader-tree.js';
import { matchesOf } from '../../../next/matches-of.js';
import type { SegmentPath } from '../../../routes/route-tree.js';
import { filePath, walkBelow } from '../../../routes/walk.js';

/**
 * A page of a slot for which the build finds no root layout, and fails.
 *
 * @param slot - A slot whose owner has no layout.
 * @returns undefined where each page has one, or where the build does not look.
 */
export function pageWithoutRootLayout(app: App, slot: SegmentPath): string | undefined {
  const matches = matchesOf(app);
  const { rootLayout } = matches.semantics;
  if (rootLayout === 'unchecked' || slot.ancestors.some(hasLayout)) return undefined;
  for (const { segment, ancestors } of walkBelow(slot.segment, slot.ancestors)) {
    const page = filePath(segment, 'page');
    if (page === undefined || [...ancestors, segment].some(hasLayout)) continue;
    if (rootLayout === 'above-each-page') return page;
    const url = matches.urls.find(({ node }) =>
      node.pages.some((each) => each.segment === segment),
    );
    if (url?.tree && url.verdict.complete && !holdsLayout(url.tree)) return page;
  }
  return undefined;
}

function hasLayout({ files }: SegmentPath['segment']): boolean {
  return files.layout !== undefined;
}

function holdsLayout(tree: LoaderTree): boolean {
  if (tree.kind !== 'folder') return false;
  return hasLayout(tree.folder.segment) || [...tree.slots.values()].some(holdsLayout);
}
