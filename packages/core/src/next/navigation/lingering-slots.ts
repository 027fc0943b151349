import type { Segment } from '../../routes/route-tree.js';
import type { LoaderTree } from '../loader-tree/loader-tree.js';
import { groupBy } from '../../group-by.js';
import type { RouteMatches } from '../route-matches.js';
import type { Folder } from '../url/folder.js';
import { urlAboveCatchAll } from '../url/interception.js';
import { takesAll } from '../url/url-pattern.js';
import { parseUrl } from '../url/url-part.js';
import { modalsOf, type Modal } from './modals.js';

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

/**
 * The slots that keep an intercepting page when the user moves on, by the folder of the slot.
 *
 * A soft navigation changes a slot only where the new URL has a page for it; a default leaves it as it
 * is. So the page stays at each URL that passes through the same folders down to the slot and leaves
 * it, or a slot around it, to the default. Browsers confirm it in `test/oracle/verdicts`.
 */
export function lingeringSlots(matches: RouteMatches): ReadonlyMap<Segment, LingeringSlot> {
  return matches.derive(findLingering);
}

/** At which URLs a folder leaves a slot to its default: by the folder, and the key of the slot. */
type Kept = ReadonlyMap<Folder, ReadonlyMap<string, Set<string>>>;

function findLingering(matches: RouteMatches): ReadonlyMap<Segment, LingeringSlot> {
  const modals = modalsOf(matches);
  const loadsAboveCatchAll = matches.semantics.interceptionAboveCatchAll === 'page-load';
  const kept = findKept(matches, modals);
  const lingering = new Map<Segment, LingeringSlot>();
  for (const [slot, ofSlot] of groupBy(modals, (modal) => modal.slot)) {
    const found = lingeringIn(slot, ofSlot, kept, loadsAboveCatchAll);
    if (found.urls.length > 0) lingering.set(slot.segment, found);
  }
  return lingering;
}

function lingeringIn(
  slot: Folder,
  modals: readonly Modal[],
  kept: Kept,
  loadsAboveCatchAll: boolean,
): LingeringSlot {
  // Where a URL opens the same or another page in the slot, or is loaded afresh, nothing lingers.
  const targets = modals.flatMap(({ target }) => target ?? []);
  const loaded = loadsAboveCatchAll ? targets.flatMap((each) => urlAboveCatchAll(each) ?? []) : [];
  const opened = [...targets, ...loaded].map(parseUrl);
  const left = modals.flatMap(({ page }) =>
    stepsTo(page).flatMap(({ folder, key }) => [...(kept.get(folder)?.get(key) ?? [])]),
  );
  const lingersAt = (url: string) => {
    const parts = parseUrl(url);
    return !opened.some((target) => takesAll(target, parts));
  };
  const urls = [...new Set(left)].filter(lingersAt).sort();
  const owner = slot.parent ?? slot;
  const own = kept.get(owner)?.get(slot.segment.name.value);
  return {
    owner: owner.segment,
    slot: slot.segment,
    interceptions: [...new Set(modals.map(({ url }) => url))].sort(),
    urls,
    ownUrls: urls.filter((url) => own?.has(url)),
  };
}

/** Which slot each folder above a page goes on with. */
function stepsTo({ path }: Folder): { folder: Folder; key: string }[] {
  return path.flatMap((next) => {
    const key = next.isSlot ? next.segment.name.value : 'children';
    return next.parent ? [{ folder: next.parent, key }] : [];
  });
}

/** Looks through the trees of all URLs, but only at the folders above a modal. */
function findKept({ urls }: RouteMatches, modals: readonly Modal[]): Kept {
  const kept = new Map<Folder, Map<string, Set<string>>>();
  for (const { folder, key } of modals.flatMap(({ page }) => stepsTo(page))) {
    const ofFolder = kept.get(folder) ?? new Map<string, Set<string>>();
    if (!ofFolder.has(key)) ofFolder.set(key, new Set());
    kept.set(folder, ofFolder);
  }
  if (kept.size === 0) return kept;
  const visit = (tree: LoaderTree, url: string) => {
    const watched = tree.kind === 'folder' ? kept.get(tree.folder) : undefined;
    if (!watched || tree.kind !== 'folder') return;
    for (const [key, below] of tree.slots) {
      if (below.kind === 'folder') visit(below, url);
      else if (below.kind !== 'page') watched.get(key)?.add(url);
    }
  };
  for (const { url, intercepting, verdict, node, tree } of urls) {
    if (intercepting || !verdict.complete || verdict.fatal || node.pages.length === 0) continue;
    if (tree) visit(tree, url);
  }
  return kept;
}
