import type { LoaderTree } from '../loader-tree/loader-tree.js';
import { byAppPath } from '../loader-tree/webpack.js';
import type { Folder } from '../url/folder.js';
import { pageFile, type UrlNode } from '../url/url-node.js';
import type { NextSemantics } from '../versions/next-semantics.js';

/** What becomes of a URL because of the entries that stand for it. */
export interface EntryVerdict {
  /** The build fails where it asks for the URL. */
  readonly refused: boolean;
  /** The server cannot answer the URL. */
  readonly unserved: boolean;
  /** The pages that the build or the server looks for and does not find. */
  readonly displaced: readonly Folder[];
}

/**
 * Judges the entries of a loosely matched URL of a webpack build. Each page is an entry of its own, and
 * a URL is built and served by one of those in its own folders. Where another page displaced it from
 * the URL's tree, Next has no manifest for it: the build fails while it prerenders the URL, and the
 * server answers with status 500.
 *
 * Up to 15.5.26 the build takes the entry that was ready first and the server the one that was ready
 * last. An entry is ready once the files of its page and of all layouts above are read, one after the
 * other, so fewer layouts come first. Entries with as many layouts are ready in the order of their paths,
 * as a rule: nothing keeps them from overtaking each other.
 *
 * Source of the behaviour: `getStaticInfoIncludingLayouts` in `build/entries.js`, `renderPageComponent`
 * in `server/base-server.js`; oracle trees entryDisplaced, entryMostLayouts and entryFewestLayouts.
 */
export function judgeEntries(
  node: UrlNode,
  tree: LoaderTree,
  { servedEntry, prerenderedUrl }: Pick<NextSemantics, 'servedEntry' | 'prerenderedUrl'>,
): EntryVerdict {
  if (node.intercepting) return { refused: false, unserved: false, displaced: [] };
  const shown = new Set(pagesIn(tree));
  const ifDisplaced = (page: Folder | undefined) => (page && !shown.has(page) ? [page] : []);
  const { built, served } = chosenEntries(node.pages, servedEntry);
  const loadsBoth = prerenderedUrl === 'loads-entry';
  // Whether the build renders the URL itself, as far as its folders tell.
  const isPrerendered = node.parts.every(({ kind }) => kind === 'static');
  const unbuilt = loadsBoth || isPrerendered ? ifDisplaced(built) : [];
  const unserved = loadsBoth || !isPrerendered ? ifDisplaced(served) : [];
  const displaced = [...new Set([...unbuilt, ...unserved])];
  return { refused: unbuilt.length > 0, unserved: displaced.length > 0, displaced };
}

/** The entry that the build asks for a URL, and the one that the server answers it with. */
function chosenEntries(
  own: readonly Folder[],
  servedEntry: NextSemantics['servedEntry'],
): { readonly built: Folder | undefined; readonly served: Folder | undefined } {
  const byPath = own.toSorted(byAppPath);
  if (servedEntry === 'last-path') return { built: byPath.at(-1), served: byPath.at(-1) };
  const asRead = byPath.sort((a, b) => layoutsAbove(a) - layoutsAbove(b));
  return { built: asRead[0], served: asRead.at(-1) };
}

function layoutsAbove({ path }: Folder): number {
  return path.filter(({ segment }) => segment.files.layout !== undefined).length;
}

/** The page that is shown where another one was displaced from the tree of its own URL. */
export function pageInsteadOf(page: Folder, tree: LoaderTree): string | null {
  if (tree.kind !== 'folder') return null;
  const next = [...tree.slots.values()].find(
    (below) => below.kind === 'folder' && page.path.includes(below.folder),
  );
  if (next) return pageInsteadOf(page, next);
  const children = tree.slots.get('children');
  const [shown] = children ? pagesIn(children) : [];
  return shown ? pageFile(shown) : null;
}

function* pagesIn(tree: LoaderTree): Generator<Folder> {
  if (tree.kind === 'page') yield tree.folder;
  if (tree.kind !== 'folder') return;
  for (const below of tree.slots.values()) yield* pagesIn(below);
}
