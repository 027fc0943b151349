import type { Segment } from '../../routes/route-tree.js';
import type { LoaderTree } from '../loader-tree/loader-tree.js';
import { matchedUrlsOf } from '../match-routes.js';
import { modalsOf, type Modal } from './modals.js';
import type { RouteMatches } from '../route-matches.js';
import { PatternSet } from '../url/url-pattern.js';

/** A named slot that intercepting routes open something in, and where that stays. */
export interface LingeringSlot {
  readonly owner: Segment;
  readonly slot: Segment;
  /** The intercepting routes in it, as Next prints them, sorted. */
  readonly interceptions: readonly string[];
  /**
   * The routes at which the slot still shows the intercepting page, after a soft navigation there from
   * it. Sorted.
   */
  readonly urls: readonly string[];
  /** Those of {@link urls} at which it is this slot that has nothing else to show, not one around it. */
  readonly ownUrls: readonly string[];
}

const known = new WeakMap<RouteMatches, ReadonlyMap<Segment, LingeringSlot>>();

/**
 * The slots that keep an intercepting page when the user moves on, by the folder of the slot.
 *
 * A soft navigation changes a slot only where the new URL has a page for it; a default leaves it as it
 * is. So the page stays at each URL that passes through the same folders down to the slot and leaves
 * it, or a slot around it, to the default. Browsers confirm it in `test/oracle/verdicts`.
 */
export function lingeringSlots(matches: RouteMatches): ReadonlyMap<Segment, LingeringSlot> {
  let found = known.get(matches);
  if (!found) known.set(matches, (found = findLingering(matches)));
  return found;
}

/**
 * At which URLs a folder leaves a slot to its default: by the path of the folder, since a tree can
 * outlive its segment, and the key of the slot.
 */
type Kept = ReadonlyMap<string, ReadonlyMap<string, Set<string>>>;

function findLingering(matches: RouteMatches): ReadonlyMap<Segment, LingeringSlot> {
  const bySlot = new Map<Segment, [Modal, ...Modal[]]>();
  for (const modal of modalsOf(matches)) {
    const others = bySlot.get(modal.slot);
    if (others) others.push(modal);
    else bySlot.set(modal.slot, [modal]);
  }
  const kept = findKept(matches, [...bySlot.values()].flat());
  const lingering = new Map<Segment, LingeringSlot>();
  for (const [slot, modals] of bySlot) {
    const found = lingeringIn(slot, modals, kept);
    if (found.urls.length > 0) lingering.set(slot, found);
  }
  return lingering;
}

function lingeringIn(
  slot: Segment,
  modals: readonly [Modal, ...Modal[]],
  kept: Kept,
): LingeringSlot {
  const { owner } = modals[0];
  const steps = new Map<string, Set<string>>();
  for (const { folders } of modals) {
    for (const { folder, key } of stepsOf(folders)) {
      const keys = steps.get(folder) ?? new Set();
      steps.set(folder, keys.add(key));
    }
  }
  // Where a URL opens the same or another page in the slot, nothing lingers.
  const opens = new PatternSet(modals.flatMap(({ target }) => target ?? []));
  const urls = new Set<string>();
  for (const [folder, keys] of steps) {
    for (const key of keys) {
      for (const url of kept.get(folder)?.get(key) ?? []) if (!opens.takes(url)) urls.add(url);
    }
  }
  const own = kept.get(owner.path)?.get(slot.name.value);
  const sorted = [...urls].sort();
  return {
    owner,
    slot,
    interceptions: [...new Set(modals.map(({ url }) => url))].sort(),
    urls: sorted,
    ownUrls: sorted.filter((url) => own?.has(url) ?? false),
  };
}

/** From each folder of a way to the next: which slot that goes through. */
function stepsOf(folders: readonly Segment[]): { folder: string; key: string }[] {
  return folders.slice(1).flatMap((next, index) => {
    const folder = folders[index];
    return folder
      ? [{ folder: folder.path, key: next.name.kind === 'slot' ? next.name.value : 'children' }]
      : [];
  });
}

/** Looks through the trees of all URLs, but only at the folders on the way to a modal. */
function findKept(matches: RouteMatches, modals: readonly Modal[]): Kept {
  const kept = new Map<string, Map<string, Set<string>>>();
  for (const { folders } of modals) {
    for (const { folder, key } of stepsOf(folders)) {
      let ofFolder = kept.get(folder);
      if (!ofFolder) kept.set(folder, (ofFolder = new Map<string, Set<string>>()));
      if (!ofFolder.has(key)) ofFolder.set(key, new Set());
    }
  }
  if (kept.size === 0) return kept;
  const visit = (tree: LoaderTree, url: string) => {
    if (tree.kind !== 'folder') return;
    const watched = kept.get(tree.segment.path);
    if (!watched) return;
    for (const { key, tree: below } of tree.slots) {
      if (below.kind === 'folder') visit(below, url);
      else if (below.kind !== 'page') watched.get(key)?.add(url);
    }
  };
  for (const { url, intercepting, verdict, node, tree } of matchedUrlsOf(matches).all) {
    if (intercepting || !verdict.complete || verdict.fatal || node.pages.length === 0) continue;
    if (tree) visit(tree, url);
  }
  return kept;
}
