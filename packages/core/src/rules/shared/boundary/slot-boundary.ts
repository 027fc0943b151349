import type { App } from '../../../app.js';
import type { Segment, SegmentPath } from '../../../routes/route-tree.js';
import { filePath } from '../../../routes/walk.js';
import { plural } from '../../../plural.js';
import { urlOf } from '../page-urls.js';

/** The files that replace a page while it loads or when it throws. */
export type BoundaryFile = 'loading' | 'error';

/** One page inside a slot. */
export interface SlotPage {
  /** Relative to the app directory. */
  readonly file: string;
  readonly at: SegmentPath;
  /** From the slot down to the page's folder, both included. */
  readonly folders: readonly Segment[];
}

/** The pages of a slot, those of slots inside it left out: they have a layout of their own to hold up. */
function* pagesBelow(at: SegmentPath, folders: readonly Segment[]): Generator<SlotPage> {
  const file = filePath(at.segment, 'page');
  if (file !== undefined) yield { file, at, folders };
  const ancestors = [...at.ancestors, at.segment];
  for (const folder of at.segment.folders) {
    if (at.segment.slots.includes(folder)) continue;
    yield* pagesBelow({ segment: folder, ancestors }, [...folders, folder]);
  }
}

/**
 * The pages of a slot that no boundary keeps inside it.
 *
 * A boundary covers the pages of its own folder and below. The owner's is shown inside each of its
 * slots (measured on 14.2.35, 15.5.29 and 16.4.6), so it counts where `inherit` is on.
 */
export function uncoveredPages(
  boundary: BoundaryFile,
  owner: SegmentPath,
  slot: Segment,
  inherit: boolean,
): readonly SlotPage[] {
  const covers = ({ files }: Segment) => files[boundary] !== undefined;
  if (covers(slot) || (inherit && covers(owner.segment))) return [];
  const at = { segment: slot, ancestors: [...owner.ancestors, owner.segment] };
  const pages = [...pagesBelow(at, [slot])];
  return inherit ? pages.filter(({ folders }) => !folders.some(covers)) : pages;
}

/**
 * Whether a file surely does work that the boundary is for: `loading` for what it makes others wait
 * for, `error` for what may fail. Unknown is no.
 */
export function needs(boundary: BoundaryFile, { sources }: App, file: string): boolean {
  const work = sources.facts(file)?.asyncWork ?? 'none';
  // What waits in a boundary of its own can fail all the same.
  return work === 'unsuspended' || (work === 'suspended' && boundary === 'error');
}

/** Pages of a slot as a message names them before a verb in the singular: ``its `x/page.tsx` (or 2 more pages)``. */
export function describePages(pages: readonly SlotPage[]): string {
  const [first] = pages;
  if (!first) return '';
  const [slot] = first.folders;
  const path = first.file.slice(slot ? slot.path.length + 1 : 0);
  const others = pages.length === 1 ? '' : ` (or ${plural(pages.length - 1, 'more page')})`;
  return `its \`${path}\`${others}`;
}

/** The URLs at which pages stand, sorted. */
export function urlsOf(pages: readonly SlotPage[]): string[] {
  return [...new Set(pages.flatMap(({ at }) => urlOf(at) ?? []))].sort();
}
