import type { Segment } from '../../routes/route-tree.js';
import type { Folder } from '../url/folder.js';
import type { FolderWay } from '../url/folder-way.js';
import { slotName, type TreeGap } from '../loader-tree/loader-tree.js';
import type { SlotName } from '../route-matches.js';
import type { WebpackRoute } from '../url/webpack-routes.js';

/** What strict matching with webpack says of one URL. */
export interface WebpackVerdict {
  /** Whether a complete tree can be built; only then its pages count as matched. */
  readonly complete: boolean;
  /** What Next reports: nothing where a catch-all page's URL is dropped, or a URL that intercepts. */
  readonly reported: readonly TreeGap[];
  /** All that is missing. */
  readonly gaps: readonly TreeGap[];
}

const complete: WebpackVerdict = { complete: true, reported: [], gaps: [] };

/**
 * Judges one URL as `findIncompatibleParallelRouteSlots` and the two prunings around it do, looking
 * only at the levels on the ways of the URL's pages.
 *
 * Source of the behaviour: `next/dist/server/lib/router-utils/normalize-catchall-routes.js`.
 */
export function judgeWebpackRoute(route: WebpackRoute): WebpackVerdict {
  const { pages, handlers } = route;
  const levels = levelsOf(pages, noWays);
  if (levels.length === 0) return complete;
  // A URL is dropped without a word where a catch-all page passes an incomplete level.
  const all = handlers.length === 0 ? levels : levelsOf(pages, handlers);
  for (const page of pages) {
    if (page.folder.segment.path.includes('[...') && passesIncompleteLevel(page, all)) {
      return { complete: false, reported: [], gaps: gapsOf(levels) };
    }
  }
  const gaps = gapsOf(levels.filter((level) => !level.keepsSiblings));
  if (gaps.length === 0) return complete;
  return { complete: false, reported: route.intercepting ? [] : reportedGaps(pages, levels), gaps };
}

const noWays: readonly FolderWay[] = [];

/** An intercepting page keeps what stands in the other slots, so it cannot fill any for a hard load. */
function reportedGaps(pages: readonly FolderWay[], levels: readonly Level[]): readonly TreeGap[] {
  const ordinary = pages.filter((page) => !page.intercepted);
  return gapsOf(ordinary.length === pages.length ? levels : levelsOf(ordinary, noWays));
}

/** A folder with slots that a URL passes through. */
interface Level {
  readonly owner: Folder;
  readonly depth: number;
  /** The slots that a page of the URL lies in: few, so a list finds them fastest. */
  readonly filled: SlotName[];
  /** Whether a page got here through an interception marker below the owner. */
  keepsSiblings: boolean;
}

/** Few as well. */
function levelsOf(pages: readonly FolderWay[], handlers: readonly FolderWay[]): readonly Level[] {
  const levels: Level[] = [];
  for (const page of pages) addLevels(page, levels);
  for (const handler of handlers) addLevels(handler, levels);
  return levels;
}

function addLevels(page: FolderWay, levels: Level[]): void {
  let child: Folder | undefined;
  for (let way: FolderWay | undefined = page; way; way = way.parent) {
    const owner = way.folder;
    if (owner.namedSlots.length > 0) {
      let level = levelAt(levels, owner);
      if (!level) {
        level = { owner, depth: way.depth, filled: [], keepsSiblings: false };
        levels.push(level);
      }
      const slot = slotOf(child);
      if (!level.filled.includes(slot)) level.filled.push(slot);
      level.keepsSiblings ||= isPartialUpdate(page, way);
    }
    child = owner;
  }
}

function levelAt(levels: readonly Level[], owner: Folder): Level | undefined {
  return levels.find((level) => level.owner === owner);
}

/**
 * An intercepting page replaces one slot and keeps the others of every level above its outermost
 * marker; the levels inside match as usual.
 */
function isPartialUpdate(page: FolderWay, owner: FolderWay): boolean {
  return page.intercepted && !owner.intercepted;
}

function passesIncompleteLevel(page: FolderWay, levels: readonly Level[]): boolean {
  for (let way: FolderWay | undefined = page; way; way = way.parent) {
    const level = levelAt(levels, way.folder);
    if (level && !isPartialUpdate(page, way) && unfilled(level).length > 0) return true;
  }
  return false;
}

function gapsOf(levels: readonly Level[]): readonly TreeGap[] {
  const incomplete = levels.filter((level) => unfilled(level).length > 0);
  if (incomplete.length === 0) return noGaps;
  return incomplete
    .sort((a, b) => a.depth - b.depth)
    .flatMap((level) =>
      unfilled(level).map((slot): TreeGap => ({ owner: level.owner.segment.path, slot })),
    );
}

function unfilled({ owner, filled }: Level): readonly SlotName[] {
  let missing: SlotName[] | undefined;
  if (!hasDefault(owner.segment) && !filled.includes('children')) {
    if (hasChildren(owner)) (missing ??= []).push('children');
  }
  for (const below of owner.namedSlots) {
    if (hasDefault(below.segment) || !isSeen(below)) continue;
    const name = slotName(below.segment.name.value);
    if (!filled.includes(name)) (missing ??= []).push(name);
  }
  return missing ?? noSlots;
}

const noGaps: readonly TreeGap[] = [];
const noSlots: readonly SlotName[] = [];

/** Other than to Turbopack, `@children` is ordinary content here. */
function hasChildren(folder: Folder): boolean {
  if (isEscaped(folder.segment)) {
    const { segment, folders } = folder;
    return (
      segment.files.page !== undefined ||
      folders.some((below) => !isNamed(below) && holdsPage(below))
    );
  }
  return folder.declaresChildren || folder.childrenSlot !== undefined;
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

function isNamed({ isSlot, segment }: Folder): boolean {
  return isSlot && segment.name.value !== 'children';
}

function holdsPage({ segment, folders }: Folder): boolean {
  return segment.files.page !== undefined || folders.some(holdsPage);
}

function slotOf(child: Folder | undefined): SlotName {
  return child?.isSlot === true ? slotName(child.segment.name.value) : 'children';
}
