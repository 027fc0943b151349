import { folderOf } from '../url/folder.js';
import { matchedUrlsOf } from '../match-routes.js';
import { modalsOf, type Modal } from './modals.js';
import { navigate } from './navigate.js';
import type { RouteMatches } from '../route-matches.js';
import type { LoaderTree } from '../loader-tree/loader-tree.js';
import { partKind } from '../url/segment-url.js';
import { groupBelow, partsOfPattern } from '../url/url-pattern.js';

/** An intercepting route that can be reached from a page outside the layout that shows it. */
export interface InterceptionFromOutside extends Modal {
  readonly target: string;
  /** The routes from which a soft navigation leaves `children` of the owner without content. Sorted. */
  readonly urls: readonly string[];
}

const known = new WeakMap<RouteMatches, ReadonlyMap<string, InterceptionFromOutside>>();

/**
 * The intercepting routes that leave `children` empty where the user comes from elsewhere: a URL decides
 * whether Next intercepts, and a page at or below it can lie outside the owner's layout, as in another route
 * group. The browser then has no content of `children` to keep.
 *
 * @returns by the folder of the intercepting page, relative to the app directory.
 */
export function interceptionsFromOutside(
  matches: RouteMatches,
): ReadonlyMap<string, InterceptionFromOutside> {
  let found = known.get(matches);
  if (!found) known.set(matches, (found = findFromOutside(matches)));
  return found;
}

function findFromOutside(matches: RouteMatches): ReadonlyMap<string, InterceptionFromOutside> {
  const found = new Map<string, InterceptionFromOutside>();
  // Every page lies in the app directory's own layout.
  const modals = modalsOf(matches).filter(
    ({ owner, target }) => owner.path !== '' && target !== null && folderOf(owner).declaresChildren,
  );
  if (modals.length === 0) return found;
  const pages = matchedUrlsOf(matches).all.filter(
    ({ intercepting, verdict, tree }) =>
      !intercepting && verdict.complete && !verdict.fatal && tree !== undefined,
  );
  const below = groupBelow(pages, new Set(modals.map(({ from }) => from)));
  for (const modal of modals) {
    const { owner, page, target, from } = modal;
    if (target === null) continue;
    // Nobody goes from a page to itself.
    const isItself = (url: string) => url === target && !target.includes('[');
    const urls = (below.get(from) ?? []).flatMap(({ url, tree }) =>
      tree &&
      !isItself(url) &&
      !passesThrough(tree, owner.path) &&
      losesChildren(matches, modal, url, target)
        ? url
        : [],
    );
    if (urls.length > 0) found.set(page.path, { ...modal, target, urls: urls.sort() });
  }
  return found;
}

function passesThrough(tree: LoaderTree, folder: string): boolean {
  if (tree.kind !== 'folder') return false;
  const { path } = tree.segment;
  if (path === folder) return true;
  const isAbove = path === '' || folder.startsWith(`${path}/`);
  return isAbove && tree.slots.some((slot) => passesThrough(slot.tree, folder));
}

/** Follows the browser from one page into the intercepting route. */
function losesChildren(
  matches: RouteMatches,
  { owner, url }: Modal,
  from: string,
  target: string,
): boolean {
  const navigation = navigate(matches, [concrete(from), concrete(target)]);
  return (
    navigation?.interceptedBy === url &&
    navigation.soft.every(
      ({ segment, slot, fill }) =>
        segment !== `/${owner.path}` || slot !== 'children' || fill === 'missing',
    )
  );
}

/** A URL that a route answers. Both ends of a journey have the same values. */
function concrete(route: string): string {
  const parts = partsOfPattern(route).map((part) => (partKind(part) === 'static' ? part : 'any'));
  return `/${parts.join('/')}`;
}
