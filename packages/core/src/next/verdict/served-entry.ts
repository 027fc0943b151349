import type { Segment } from '../../routes/route-tree.js';
import { foldersOf, type FolderWay } from '../url/folder-way.js';
import type { LoaderTree } from '../loader-tree/loader-tree.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import { partKind } from '../url/segment-url.js';
import type { WebpackRoute } from '../url/webpack-routes.js';

/** What becomes of a URL because of the entries that stand for it. */
export interface EntryVerdict {
  /** The build fails where it asks for the URL. */
  readonly refused: boolean;
  /** The server cannot answer the URL. */
  readonly unserved: boolean;
  /** The pages that the build or the server looks for and does not find. */
  readonly displaced: readonly Segment[];
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
  { node, url, intercepting, pages }: WebpackRoute,
  tree: LoaderTree,
  semantics: Pick<NextSemantics, 'servedEntry' | 'prerenderedUrl'>,
): EntryVerdict {
  if (intercepting || node.pages.length === 0) return fine;
  const own = pages.slice(0, node.pages.length);
  const displaced = new Set<FolderWay | undefined>(
    own.filter(({ folder }) => !holdsPage(tree, folder.segment)),
  );
  if (displaced.size === 0) return fine;

  const { built, served } = chosenEntries(own, semantics.servedEntry);
  const loadsBoth = semantics.prerenderedUrl === 'loads-entry';
  const prerendered = isPrerendered(url);
  const builds = loadsBoth || prerendered;
  const serves = loadsBoth || !prerendered;
  const refused = builds && displaced.has(built);
  const unserved = refused || (serves && displaced.has(served));
  const asked = [builds ? built : undefined, serves ? served : undefined];
  const wanting = asked.filter((way) => way !== undefined && displaced.has(way));
  return {
    refused,
    unserved,
    displaced: [...new Set(wanting.flatMap((way) => way?.folder.segment ?? []))],
  };
}

const fine: EntryVerdict = { refused: false, unserved: false, displaced: [] };

/** Whether the build renders a URL itself, as far as its folders tell. */
function isPrerendered(url: string): boolean {
  return url.split('/').every((part) => partKind(part) === 'static');
}

/** The entry that the build asks for a URL, and the one that the server answers it with. */
function chosenEntries(
  own: readonly FolderWay[],
  servedEntry: NextSemantics['servedEntry'],
): { readonly built: FolderWay | undefined; readonly served: FolderWay | undefined } {
  const byPath = own.toSorted((a, b) => (appPath(a) < appPath(b) ? -1 : 1));
  if (servedEntry === 'last-path') return { built: byPath.at(-1), served: byPath.at(-1) };
  const asRead = byPath.sort((a, b) => layoutsAbove(a) - layoutsAbove(b));
  return { built: asRead[0], served: asRead.at(-1) };
}

function appPath({ folder }: FolderWay): string {
  return `${folder.segment.path}/page`;
}

function layoutsAbove(way: FolderWay): number {
  return foldersOf(way).filter(({ segment }) => segment.files.layout !== undefined).length;
}

function holdsPage(tree: LoaderTree, page: Segment): boolean {
  if (tree.kind === 'page') return tree.segment === page;
  return tree.kind === 'folder' && tree.slots.some((slot) => holdsPage(slot.tree, page));
}
