import type { Segment } from '../tree/route-tree.js';
import { filePath } from '../tree/walk.js';
import type { RouteConflict } from './route-matches.js';
import { partKind } from './segment-url.js';
import type { UrlNode } from './url-node.js';

/**
 * Finds files that cannot stand in one app together, by URL.
 *
 * @param isKept - Whether Next keeps the URL that ends at a node: one that it drops is at odds with none.
 */
export function findConflicts(root: UrlNode, isKept: (node: UrlNode) => boolean): RouteConflict[] {
  const conflicts: RouteConflict[] = [];
  visit(root, '', isKept, conflicts);
  return conflicts.sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
}

function visit(
  node: UrlNode,
  above: string,
  isKept: (node: UrlNode) => boolean,
  conflicts: RouteConflict[],
): void {
  const path = node.part === '' ? above : `${above}/${node.part}`;
  if (mayConflict(node)) inspect(node, path === '' ? '/' : path, isKept, conflicts);
  for (const child of node.children.values()) visit(child, path, isKept, conflicts);
}

/** Passes over the places, nearly all, that have one page and no dynamic parts. */
function mayConflict(node: UrlNode): boolean {
  return (
    node.pages.length + node.handlers.length > 1 ||
    node.dynamics.length > 0 ||
    (node.children.size > 0 && partKind(node.part).endsWith('catch-all'))
  );
}

function inspect(
  node: UrlNode,
  url: string,
  isKept: (node: UrlNode) => boolean,
  conflicts: RouteConflict[],
): void {
  const add = (kind: RouteConflict['kind'], files: readonly string[], refused: boolean) => {
    conflicts.push({ kind, url, files: [...files].sort(), refused });
  };
  for (const rivals of rivalPages(node)) add('same-url', rivals.map(pageFile), isRefused(rivals));
  if (node.handlers.length > 0 && node.handlers.length + node.pages.length > 1) {
    add('same-url', ownFiles(node), true);
  }
  const names = node.dynamics.filter((child) => partKind(child.part) === 'dynamic');
  if (names.length > 1) add('parameter-name', names.flatMap(allFiles), true);
  const optional = node.dynamics.find((child) => partKind(child.part) === 'optional-catch-all');
  if (optional && ownFiles(node).length > 0) {
    add('optional-catch-all', [...ownFiles(node), ...ownFiles(optional)], true);
  }
  const required = node.dynamics.find((child) => partKind(child.part) === 'catch-all');
  if (optional && required && [optional, required].every((each) => answers(each, isKept))) {
    add('both-catch-alls', [...ownFiles(required), ...ownFiles(optional)], true);
  }
  if (node.children.size > 0 && partKind(node.part).endsWith('catch-all')) {
    add('after-catch-all', [...node.children.values()].flatMap(allFiles), true);
  }
}

function answers(node: UrlNode, isKept: (node: UrlNode) => boolean): boolean {
  return ownFiles(node).length > 0 && isKept(node);
}

/** The pages of one URL that lie in the same slots, where there is more than one. */
function rivalPages(node: UrlNode): Segment[][] {
  if (node.pages.length < 2) return [];
  const bySlots = new Map<string, Segment[]>();
  for (const page of node.pages) {
    const slots = slotsOf(page);
    const rivals = bySlots.get(slots);
    if (rivals) rivals.push(page);
    else bySlots.set(slots, [page]);
  }
  return [...bySlots.values()].filter((rivals) => rivals.length > 1);
}

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
function slotsOf(segment: Segment): string {
  if (!segment.path.includes('@')) return '';
  return segment.path
    .split('/')
    .filter((name) => name.startsWith('@') && name !== '@children')
    .join('/');
}

function allFiles(node: UrlNode): string[] {
  return [...ownFiles(node), ...[...node.children.values()].flatMap(allFiles)];
}

function ownFiles(node: UrlNode): string[] {
  return [
    ...node.pages.map(pageFile),
    ...node.handlers.map((segment) => filePath(segment, 'route') ?? segment.path),
  ];
}

function pageFile(segment: Segment): string {
  return filePath(segment, 'page') ?? segment.path;
}
