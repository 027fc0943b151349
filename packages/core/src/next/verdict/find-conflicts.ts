import { compareText } from '../../compare-text.js';
import type { RouteTree } from '../../routes/route-tree.js';
import type { Folder } from '../url/folder.js';
import { pageFile, type UrlNode } from '../url/url-node.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import { conflictAt, type RouteConflict } from './conflict.js';
import { metadataConflicts } from './metadata-conflicts.js';
import { patternConflicts, rivalsAmong, type IsKept } from './pattern-conflicts.js';
import { rejectedNames } from './segment-names.js';

/** Finds files that cannot stand in one app together, by URL. */
export function findConflicts(
  { pagesRouter }: RouteTree,
  top: UrlNode,
  semantics: NextSemantics,
  isKept: IsKept,
): RouteConflict[] {
  const conflicts: RouteConflict[] = [];
  const visit = (node: UrlNode): void => {
    const found = [
      metadataConflicts(node, semantics),
      sameUrl(node, semantics),
      patternConflicts(node, semantics, isKept),
      rejectedNames(node, semantics),
      besidePages(node, pagesRouter),
    ];
    for (const each of found) conflicts.push(...each);
    node.children.forEach(visit);
  };
  visit(top);
  return conflicts.sort((a, b) => compareText(a.url, b.url));
}

/** A page or handler of the app directory, and a file of the `pages` directory at the same URL. */
function besidePages(
  { url, files }: UrlNode,
  pagesRouter: RouteTree['pagesRouter'],
): readonly RouteConflict[] {
  const other = files.length > 0 ? pagesRouter?.get(url) : undefined;
  return other === undefined
    ? none
    : [conflictAt('pages-router', url, [...files, other], 'build-error')];
}

function sameUrl(node: UrlNode, semantics: NextSemantics): readonly RouteConflict[] {
  const { pages, handlers, url } = node;
  if (pages.length + handlers.length < 2) return none;
  const ofPages = rivalsAmong(pages, ({ slots }) => slots).map((rivals) => {
    const consequence = isRefused(rivals) ? 'build-error' : 'lost';
    return conflictAt('same-url', url, rivals.map(pageFile), consequence);
  });
  return handlers.length === 0 ? ofPages : [...ofPages, ...handlerConflicts(node, semantics)];
}

const none: readonly RouteConflict[] = [];

/**
 * Next notices two pages only outside slots and where they lie in two folders; a folder's own page
 * silently goes before that of a group in it.
 */
function isRefused(rivals: readonly Folder[]): boolean {
  return rivals.some((a) =>
    rivals.some(
      (b) => a.slots === '' && !a.path.includes(b) && !b.path.includes(a) && !inChildrenSlot(a, b),
    ),
  );
}

function inChildrenSlot(a: Folder, b: Folder): boolean {
  return [...a.path, ...b.path].some(({ segment }) => segment.name.raw === '@children');
}

/**
 * Route handlers beside a page or each other. Turbopack keeps one entry for each URL and fails, wherever
 * the files lie. Webpack builds each of them, and fails only over a page and a handler in one folder; of
 * those that lie apart one answers, and a handler in a slot is left to the slot's own page.
 */
function handlerConflicts(
  { pages, handlers, url, files }: UrlNode,
  { bundler }: NextSemantics,
): readonly RouteConflict[] {
  const together = handlers.some((folder) => pages.includes(folder));
  if (bundler !== 'turbopack' && !together && handlers.some(({ slots }) => slots !== '')) {
    return none;
  }
  const consequence = bundler === 'turbopack' || together ? 'build-error' : 'lost';
  return [conflictAt('same-url', url, files, consequence)];
}
