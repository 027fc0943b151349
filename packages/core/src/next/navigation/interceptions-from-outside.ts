import type { Segment } from '../../routes/route-tree.js';
import type { LoaderTree } from '../loader-tree/loader-tree.js';
import type { RouteMatches } from '../route-matches.js';
import type { Folder } from '../url/folder.js';
import { groupBelow } from '../url/url-pattern.js';
import { isOpen, parseUrl } from '../url/url-part.js';
import { modalsOf, type Modal } from './modals.js';
import { navigate } from './navigate.js';

/** An intercepting route that can be reached from a page outside the layout that shows it. */
export interface InterceptionFromOutside {
  readonly owner: Segment;
  readonly slot: Segment;
  /** As Next prints it. */
  readonly url: string;
  readonly target: string;
  /** The routes from which a soft navigation leaves `children` of the owner without content. Sorted. */
  readonly urls: readonly string[];
}

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
  return matches.derive(findFromOutside);
}

function findFromOutside(matches: RouteMatches): ReadonlyMap<string, InterceptionFromOutside> {
  const found = new Map<string, InterceptionFromOutside>();
  // Every page lies in the app directory's own layout.
  const modals = modalsOf(matches).filter(
    ({ owner, target }) => owner.parent && target !== null && owner.declaresChildren,
  );
  if (modals.length === 0) return found;
  const pages = matches.urls.filter(
    ({ intercepting, verdict, tree }) =>
      !intercepting && verdict.complete && !verdict.fatal && tree !== undefined,
  );
  const below = groupBelow(pages, new Set(modals.map(({ from }) => from)));
  for (const modal of modals) {
    const { owner, slot, page, url: intercepting, target, from } = modal;
    if (target === null) continue;
    // Nobody goes from a page to itself.
    const isItself = (url: string) => url === target && !parseUrl(target).some(isOpen);
    const urls = (below.get(from) ?? []).flatMap(({ url, tree }) =>
      tree &&
      !isItself(url) &&
      !passesThrough(tree, owner) &&
      losesChildren(matches, modal, url, target)
        ? url
        : [],
    );
    if (urls.length === 0) continue;
    found.set(page.segment.path, {
      owner: owner.segment,
      slot: slot.segment,
      url: intercepting,
      target,
      urls: urls.sort(),
    });
  }
  return found;
}

function passesThrough(tree: LoaderTree, owner: Folder): boolean {
  if (tree.kind !== 'folder') return false;
  const { folder, slots } = tree;
  if (folder === owner) return true;
  return (
    owner.path.includes(folder) && [...slots.values()].some((below) => passesThrough(below, owner))
  );
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
        segment !== `/${owner.segment.path}` || slot !== 'children' || fill === 'missing',
    )
  );
}

/** A URL that a route answers. Both ends of a journey have the same values. */
function concrete(route: string): string {
  const parts = parseUrl(route).map((part) => (isOpen(part) ? 'any' : part.text));
  return `/${parts.join('/')}`;
}
