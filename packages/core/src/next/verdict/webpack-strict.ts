import type { Segment } from '../../routes/route-tree.js';
import type { AppPaths } from '../loader-tree/app-paths.js';
import { slotName, type Gap, type SlotName } from '../slots.js';
import { isNamedSlot, type Folder } from '../url/folder.js';

/** What strict matching with webpack says of one URL. */
export interface WebpackVerdict {
  /** Whether a complete tree can be built; only then its pages count as matched. */
  readonly complete: boolean;
  /** What Next reports: nothing where a catch-all page's URL is dropped, or a URL that intercepts. */
  readonly reported: readonly Gap[];
  /** All that is missing. */
  readonly gaps: readonly Gap[];
}

const complete: WebpackVerdict = { complete: true, reported: [], gaps: [] };

/**
 * Judges one URL as `findIncompatibleParallelRouteSlots` and the two prunings around it do, looking
 * only at the folders with slots above the URL's pages.
 *
 * Source of the behaviour: `next/dist/server/lib/router-utils/normalize-catchall-routes.js`.
 */
export function judgeAppPaths({ node, pages, handlers }: AppPaths): WebpackVerdict {
  const owners = ownersAbove(pages);
  if (owners.size === 0) return complete;
  // A URL is dropped silently where a catch-all page passes an incomplete folder.
  const all = handlers.length === 0 ? owners : ownersAbove([...pages, ...handlers]);
  if (pages.some((page) => page.isCatchAllToWebpack && passesIncomplete(page, all))) {
    return { complete: false, reported: [], gaps: gapsOf(owners.values()) };
  }
  const gaps = gapsOf([...owners.values()].filter((owner) => !owner.keepsSiblings));
  if (gaps.length === 0) return complete;
  return { complete: false, reported: node.intercepting ? [] : reportedGaps(pages, owners), gaps };
}

/** An intercepting page keeps what stands in the other slots, so it cannot fill any for a hard navigation. */
function reportedGaps(pages: readonly Folder[], owners: SlotOwners): readonly Gap[] {
  const ordinary = pages.filter((page) => !page.isIntercepted);
  const reported = ordinary.length === pages.length ? owners : ownersAbove(ordinary);
  return gapsOf(reported.values());
}

/** A folder with slots that a URL passes through. */
interface SlotOwner {
  readonly folder: Folder;
  /** The slots that a page of the URL lies in. */
  readonly filled: Set<SlotName>;
  /** Whether a page got here through an interception marker below the owner. */
  keepsSiblings: boolean;
}

type SlotOwners = ReadonlyMap<Folder, SlotOwner>;

function ownersAbove(pages: readonly Folder[]): SlotOwners {
  const owners = new Map<Folder, SlotOwner>();
  for (const page of pages) addOwners(page, owners);
  return owners;
}

function addOwners(page: Folder, owners: Map<Folder, SlotOwner>): void {
  let child: Folder | undefined;
  for (let folder: Folder | undefined = page; folder; folder = folder.parent) {
    if (folder.namedSlots.length > 0) {
      const owner = owners.get(folder) ?? { folder, filled: new Set(), keepsSiblings: false };
      owner.filled.add(child?.isSlot === true ? slotName(child.segment.name.value) : 'children');
      owner.keepsSiblings ||= isPartialUpdate(page, folder);
      owners.set(folder, owner);
    }
    child = folder;
  }
}

/**
 * An intercepting page replaces one slot and keeps the others of every folder above its outermost
 * marker; the folders inside match as usual.
 */
function isPartialUpdate(page: Folder, owner: Folder): boolean {
  return page.isIntercepted && !owner.isIntercepted;
}

function passesIncomplete(page: Folder, owners: SlotOwners): boolean {
  return page.path.some((folder) => {
    const owner = owners.get(folder);
    return owner && !isPartialUpdate(page, folder) && unfilled(owner).length > 0;
  });
}

function gapsOf(owners: Iterable<SlotOwner>): readonly Gap[] {
  return [...owners]
    .sort((a, b) => a.folder.depth - b.folder.depth)
    .flatMap((owner) => unfilled(owner).map((slot) => ({ owner: owner.folder.segment, slot })));
}

function unfilled({ folder, filled }: SlotOwner): readonly SlotName[] {
  const missing: SlotName[] = [];
  if (!hasDefault(folder.segment) && !filled.has('children') && hasChildren(folder)) {
    missing.push('children');
  }
  for (const below of folder.namedSlots) {
    if (hasDefault(below.segment) || !isSeen(below)) continue;
    const name = slotName(below.segment.name.value);
    if (!filled.has(name)) missing.push(name);
  }
  return missing;
}

/** Other than to Turbopack, `@children` is ordinary content here. */
function hasChildren(folder: Folder): boolean {
  const { segment, folders } = folder;
  if (!isEscaped(segment)) return folder.declaresChildren || folder.hasChildrenSlot;
  return (
    segment.files.page !== undefined ||
    folders.some((below) => !isNamedSlot(below) && holdsPage(below))
  );
}

/**
 * Next.js looks for a default under the folder's name with `%5F` written as `_`, where it finds none: to
 * it such a folder has no defaults (`createPagesMapping` in `build/route-discovery.js`).
 */
function hasDefault(segment: Segment): boolean {
  return segment.files.default !== undefined && !isEscaped(segment);
}

/** Whether a slot is one to Next.js: below `%5F` a page alone makes it one. */
function isSeen(slot: Folder): boolean {
  return !isEscaped(slot.segment) || holdsPage(slot);
}

function isEscaped({ path }: Segment): boolean {
  return path.includes('%5F');
}

function holdsPage({ segment, folders }: Folder): boolean {
  return segment.files.page !== undefined || folders.some(holdsPage);
}
