import type { Segment } from '../tree/route-tree.js';
import { containsPageOrDefault, declaresChildren, isSlot } from './declared-slots.js';
import type { FolderWay } from './folder-way.js';
import type { Gap, SlotName } from './route-matches.js';
import { isInterceptingName } from './segment-url.js';
import { isIntercepted, type WebpackRoute } from './webpack-routes.js';

/** What strict matching with webpack says of one URL. */
export interface WebpackVerdict {
  /** Whether a complete tree can be built; only then its pages count as matched. */
  readonly complete: boolean;
  /** What Next reports: nothing where a catch-all page's URL is dropped, or a URL that intercepts. */
  readonly reported: readonly Gap[];
  /** All that is missing. */
  readonly gaps: readonly Gap[];
}

/** A folder with slots that a URL passes through. */
interface Level {
  readonly owner: FolderWay;
  /** The slots that a page of the URL lies in. */
  readonly filled: Set<SlotName>;
  /** Whether the page that got here first lies below an interception marker at or below the owner. */
  keepsSiblings: boolean;
}

/**
 * Judges one URL as `findIncompatibleParallelRouteSlots` and the two prunings around it do, looking
 * only at the levels on the ways of the URL's pages.
 *
 * Source of the behaviour: `next/dist/server/lib/router-utils/normalize-catchall-routes.js`.
 */
export function judgeWebpackRoute(route: WebpackRoute): WebpackVerdict {
  const all = levelsOf([...route.pages, ...route.handlers]);
  for (const page of route.pages) {
    if (!page.segment.path.includes('[...')) continue;
    if (passesIncompleteLevel(page, all)) {
      return { complete: false, reported: [], gaps: gapsOf(levelsOf(route.pages)) };
    }
  }
  const reported = route.intercepting
    ? []
    : gapsOf(levelsOf(route.pages.filter((page) => !isIntercepted(page))));
  const gaps = gapsOf(levelsOf(route.pages), (level) => level.keepsSiblings);
  return { complete: gaps.length === 0, reported, gaps };
}

function levelsOf(pages: readonly FolderWay[]): Map<Segment, Level> {
  const levels = new Map<Segment, Level>();
  for (const page of pages) {
    let belowMarker = false;
    let child: FolderWay | undefined;
    for (let owner: FolderWay | undefined = page; owner; owner = owner.parent) {
      // The marker counts from the folder it stands on: levels inside the folder match as usual.
      if (child && isInterceptingName(child.segment.name.raw)) belowMarker = true;
      if (hasNamedSlot(owner.segment)) {
        const level = levels.get(owner.segment) ?? {
          owner,
          filled: new Set<SlotName>(),
          keepsSiblings: false,
        };
        levels.set(owner.segment, level);
        level.filled.add(slotOf(child?.segment));
        level.keepsSiblings ||= belowMarker;
      }
      child = owner;
    }
  }
  return levels;
}

function passesIncompleteLevel(page: FolderWay, levels: ReadonlyMap<Segment, Level>): boolean {
  let belowMarker = false;
  let child: FolderWay | undefined;
  for (let owner: FolderWay | undefined = page; owner; owner = owner.parent) {
    if (child && isInterceptingName(child.segment.name.raw)) belowMarker = true;
    const level = levels.get(owner.segment);
    if (level && !belowMarker && unfilled(level).length > 0) return true;
    child = owner;
  }
  return false;
}

function gapsOf(
  levels: ReadonlyMap<Segment, Level>,
  excuse: (level: Level) => boolean = () => false,
): Gap[] {
  return [...levels.values()]
    .filter((level) => !excuse(level))
    .sort((a, b) => a.owner.depth - b.owner.depth)
    .flatMap((level) => unfilled(level).map((slot): Gap => ({ owner: level.owner.segment, slot })));
}

function unfilled(level: Level): SlotName[] {
  const owner = level.owner.segment;
  const missing: SlotName[] = [];
  if (hasChildren(owner) && !level.filled.has('children') && owner.files.default === undefined) {
    missing.push('children');
  }
  for (const slot of owner.slots) {
    const name: SlotName = `@${slot.name.value}`;
    if (!containsPageOrDefault(slot) || level.filled.has(name)) continue;
    if (slot.files.default === undefined) missing.push(name);
  }
  return missing;
}

function hasNamedSlot(segment: Segment): boolean {
  return segment.slots.some(containsPageOrDefault);
}

/** Other than to Turbopack, `@children` is ordinary content here. */
function hasChildren(segment: Segment): boolean {
  return (
    declaresChildren(segment) ||
    segment.folders.some(
      (folder) => folder.name.raw === '@children' && containsPageOrDefault(folder),
    )
  );
}

function slotOf(child: Segment | undefined): SlotName {
  return child !== undefined && isSlot(child) && child.name.raw !== '@children'
    ? `@${child.name.value}`
    : 'children';
}
