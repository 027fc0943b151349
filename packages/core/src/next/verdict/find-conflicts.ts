import type { RouteTree, Segment } from '../../routes/route-tree.js';
import { folderOf } from '../url/folder.js';
import { metadataConflicts } from './metadata-conflicts.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import { ownFiles, pageFile } from '../url/own-files.js';
import { patternConflicts, urlOf, type IsKept } from './pattern-conflicts.js';
import type { RouteConflict } from '../route-matches.js';
import type { UrlNode } from '../url/url-node.js';

/** Finds files that cannot stand in one app together, by URL. */
export function findConflicts(
  tree: RouteTree,
  semantics: NextSemantics,
  isKept: IsKept,
): RouteConflict[] {
  const root = folderOf(tree.root).node;
  const conflicts: RouteConflict[] = [...metadataConflicts(tree, root, semantics)];
  visit(root, [], { semantics, isKept, pagesRouter: tree.pagesRouter }, conflicts);
  return conflicts.sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
}

interface Context {
  readonly semantics: NextSemantics;
  readonly isKept: IsKept;
  readonly pagesRouter: RouteTree['pagesRouter'];
}

function visit(
  node: UrlNode,
  above: UrlNode[],
  context: Context,
  conflicts: RouteConflict[],
): void {
  const path = above;
  path.push(node);
  const found = [
    ...sameUrl(node, context.semantics),
    ...patternConflicts(path, context.semantics, context.isKept),
  ];
  // The URL is spelled out only where something is to be said of it.
  for (const conflict of found) conflicts.push({ ...conflict, url: urlOf(path) });
  if (context.pagesRouter) conflicts.push(...besidePages(node, urlOf(path), context.pagesRouter));
  for (const child of node.children) visit(child, path, context, conflicts);
  path.pop();
}

/** A page or handler of the app directory, and a file of the `pages` directory at the same URL. */
function besidePages(
  node: UrlNode,
  url: string,
  pagesRouter: ReadonlyMap<string, string>,
): RouteConflict[] {
  const files = ownFiles(node);
  const other = files.length > 0 ? pagesRouter.get(url) : undefined;
  if (other === undefined) return [];
  return [
    { kind: 'pages-router', url, files: [...files, other].sort(), consequence: 'build-error' },
  ];
}

type Conflict = Omit<RouteConflict, 'url'>;

const none: readonly Conflict[] = [];

function sameUrl(node: UrlNode, semantics: NextSemantics): readonly Conflict[] {
  const { pages, handlers } = node;
  if (pages.length + handlers.length < 2) return none;
  const conflicts = rivalPages(node).map((rivals): Conflict => ({
    kind: 'same-url',
    files: rivals.map(pageFile).sort(),
    consequence: isRefused(rivals) ? 'build-error' : 'lost',
  }));
  if (handlers.length > 0) conflicts.push(...handlerConflicts(node, semantics));
  return conflicts;
}

/** The pages of one URL that lie in the same slots, where there is more than one. */
function rivalPages({ pages }: UrlNode): readonly (readonly Segment[])[] {
  if (pages.length < 2) return noRivals;
  const slots = pages.map(slotsOf);
  // Nearly always each page is in a slot of its own.
  if (slots.every((each, index) => slots.indexOf(each) === index)) return noRivals;
  const rivals = [...new Set(slots)].map((name) =>
    pages.filter((_, index) => slots[index] === name),
  );
  return rivals.filter((each) => each.length > 1);
}

const noRivals: readonly (readonly Segment[])[] = [];

/**
 * Next notices two pages only outside slots and where they lie in two folders; a folder's own page
 * silently goes before that of a group in it.
 */
function isRefused(rivals: readonly Segment[]): boolean {
  return rivals.some((a) =>
    rivals.some(
      (b) => a !== b && !slotsOf(a) && !liesIn(a, b) && !liesIn(b, a) && !inChildrenSlot(a, b),
    ),
  );
}

function liesIn(inner: Segment, outer: Segment): boolean {
  return outer.path === '' || inner.path.startsWith(`${outer.path}/`);
}

function inChildrenSlot(a: Segment, b: Segment): boolean {
  return `/${a.path}/${b.path}/`.includes('/@children/');
}

/** The names of the slots that a folder lies in; `@children` is not one. */
function slotsOf({ path }: Segment): string {
  let slots = '';
  for (let at = slotAfter(path, 0); at >= 0;) {
    const slash = path.indexOf('/', at);
    const end = slash < 0 ? path.length : slash;
    const name = path.slice(at, end);
    if (name !== '@children') slots = slots === '' ? name : `${slots}/${name}`;
    at = slotAfter(path, end);
  }
  return slots;
}

/** Where the next name that begins with `@` begins. */
function slotAfter(path: string, from: number): number {
  if (from === 0 && path.startsWith('@')) return 0;
  const slash = path.indexOf('/@', from);
  return slash < 0 ? -1 : slash + 1;
}

/**
 * Route handlers beside a page or each other. Turbopack keeps one entry for each URL and fails, wherever
 * the files lie. Webpack builds each of them, and fails only over a page and a handler in one folder; of
 * those that lie apart one answers, and a handler in a slot is left to the slot's own page.
 */
function handlerConflicts(node: UrlNode, { bundler }: NextSemantics): readonly Conflict[] {
  const files = ownFiles(node).toSorted();
  const together = node.handlers.some((segment) => node.pages.includes(segment));
  if (bundler === 'turbopack' || together) {
    return [{ kind: 'same-url', files, consequence: 'build-error' }];
  }
  const apart = node.handlers.filter((segment) => slotsOf(segment) === '');
  if (apart.length === 0 || node.handlers.length !== apart.length) return none;
  return [{ kind: 'same-url', files, consequence: 'lost' }];
}
