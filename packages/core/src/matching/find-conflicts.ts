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
  visit(root, [], isKept, conflicts);
  return conflicts.sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
}

function visit(
  node: UrlNode,
  way: UrlNode[],
  isKept: (node: UrlNode) => boolean,
  conflicts: RouteConflict[],
): void {
  way.push(node);
  if (mayConflict(node)) inspect(node, way, isKept, conflicts);
  if (node.children.length > 0) {
    for (const child of node.children) visit(child, way, isKept, conflicts);
  }
  way.pop();
}

/** The URL of the last place of a way: spelled out only where something is to be said of it. */
function urlOf(way: readonly UrlNode[]): string {
  const parts = way.map(({ part }) => part).filter((part) => part !== '');
  return `/${parts.join('/')}`;
}

/** Passes over the places, nearly all, that have one page and no dynamic parts. */
function mayConflict(node: UrlNode): boolean {
  return (
    node.pages.length + node.handlers.length > 1 ||
    node.dynamics.length > 0 ||
    (node.children.length > 0 && partKind(node.part).endsWith('catch-all'))
  );
}

function inspect(
  node: UrlNode,
  way: readonly UrlNode[],
  isKept: (node: UrlNode) => boolean,
  conflicts: RouteConflict[],
): void {
  const add = (kind: RouteConflict['kind'], files: readonly string[], refused: boolean) => {
    conflicts.push({ kind, url: urlOf(way), files: [...files].sort(), refused });
  };
  for (const rivals of rivalPages(node)) add('same-url', rivals.map(pageFile), isRefused(rivals));
  if (node.handlers.length > 0 && node.handlers.length + node.pages.length > 1) {
    add('same-url', ownFiles(node), true);
  }
  if (node.dynamics.length > 0) inspectDynamics(node, isKept, add);
  if (node.children.length > 0 && partKind(node.part).endsWith('catch-all')) {
    add('after-catch-all', node.children.flatMap(allFiles), true);
  }
}

function inspectDynamics(
  node: UrlNode,
  isKept: (node: UrlNode) => boolean,
  add: (kind: RouteConflict['kind'], files: readonly string[], refused: boolean) => void,
): void {
  if (node.dynamics.length === 1 && partKind(node.dynamics[0]?.part ?? '') === 'dynamic') return;
  const names = node.dynamics.filter((child) => partKind(child.part) === 'dynamic');
  if (names.length > 1) add('parameter-name', names.flatMap(allFiles), true);
  const optional = node.dynamics.find((child) => partKind(child.part) === 'optional-catch-all');
  if (!optional) return;
  if (ownFiles(node).length > 0) {
    add('optional-catch-all', [...ownFiles(node), ...ownFiles(optional)], true);
  }
  const required = node.dynamics.find((child) => partKind(child.part) === 'catch-all');
  if (required && [optional, required].every((each) => answers(each, isKept))) {
    add('both-catch-alls', [...ownFiles(required), ...ownFiles(optional)], true);
  }
}

function answers(node: UrlNode, isKept: (node: UrlNode) => boolean): boolean {
  return ownFiles(node).length > 0 && isKept(node);
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

function allFiles(node: UrlNode): string[] {
  return [...ownFiles(node), ...node.children.flatMap(allFiles)];
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
