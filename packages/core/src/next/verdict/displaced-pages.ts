import type { Segment } from '../../routes/route-tree.js';
import { filePath } from '../../routes/walk.js';
import type { LoaderFolder, LoaderTree } from '../loader-tree/loader-tree.js';
import type { MatchedUrl } from '../url/matched-urls.js';
import type { DisplacedPage } from '../route-matches.js';

/** The pages of a URL that the build or the server needs and that another page displaced. */
export function displacedPages({ tree, url, verdict }: MatchedUrl): readonly DisplacedPage[] {
  if (tree?.kind !== 'folder') return [];
  return verdict.displaced.map((segment) => ({
    file: filePath(segment, 'page') ?? segment.path,
    segment,
    url,
    displacedBy: pageInsteadOf(segment, tree),
    refused: verdict.refused,
  }));
}

/** The page that a tree goes on to in `children` where the path of another page parts from it. */
function pageInsteadOf(page: Segment, tree: LoaderFolder): string | null {
  const next = tree.slots
    .map((slot) => slot.tree)
    .find((below): below is LoaderFolder => below.kind === 'folder' && leadsTo(below, page));
  if (next) return pageInsteadOf(page, next);
  const children = tree.slots.find(({ key }) => key === 'children')?.tree;
  const shown = children && firstPage(children);
  return (shown && filePath(shown, 'page')) ?? null;
}

function leadsTo({ segment }: LoaderFolder, page: Segment): boolean {
  return page === segment || page.path.startsWith(`${segment.path}/`);
}

function firstPage(tree: LoaderTree): Segment | undefined {
  if (tree.kind === 'page') return tree.segment;
  if (tree.kind !== 'folder') return undefined;
  for (const slot of tree.slots) {
    const page = firstPage(slot.tree);
    if (page) return page;
  }
  return undefined;
}
