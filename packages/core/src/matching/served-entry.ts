import type { Segment } from '../tree/route-tree.js';
import type { LoaderTree } from './loader-tree.js';
import type { NextSemantics } from './next-semantics.js';
import { partKind } from './segment-url.js';
import type { WebpackRoute } from './webpack-routes.js';

/**
 * Whether a loosely matched URL of a webpack build cannot be answered at all. Each page is an entry
 * of its own, and a URL is served by one of those in its own folders. Where another page displaced it
 * from the URL's tree, Next has no manifest for it: "Invariant: Expected clientReferenceManifest to be
 * defined", with status 500, or while the build prerenders the URL.
 *
 * Source of the behaviour: `route-matcher-providers/app-page-route-matcher-provider.js`; oracle trees
 * entryDisplaced and entryInGroup.
 */
export function lacksServedEntry(
  { node, intercepting }: WebpackRoute,
  tree: LoaderTree,
  { servedEntry }: Pick<NextSemantics, 'servedEntry'>,
): boolean {
  if (intercepting || node.pages.length === 0) return false;
  const entry = node.pages.reduce((chosen, page) =>
    appPath(page) < appPath(chosen) === (servedEntry === 'first') ? page : chosen,
  );
  return !holdsPage(tree, entry);
}

/** Whether the build renders a URL itself, as far as its folders tell. */
export function isPrerendered(url: string): boolean {
  return url.split('/').every((part) => partKind(part) === 'static');
}

function appPath({ path }: Segment): string {
  return `${path}/page`;
}

function holdsPage(tree: LoaderTree, page: Segment): boolean {
  if (tree.kind === 'page') return tree.segment === page;
  return tree.kind === 'folder' && tree.slots.some((slot) => holdsPage(slot.tree, page));
}
