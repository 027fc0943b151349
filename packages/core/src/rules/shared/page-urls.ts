import { routeOf } from '../../routes/route-of.js';
import type { Segment, SegmentPath } from '../../routes/route-tree.js';
import { walkBelow } from '../../routes/walk.js';
import { listUrls } from '../engine/print-list.js';

/** The URLs of the pages at and below a segment, as Next.js prints them, sorted. */
export function pageUrls({ segment, ancestors }: SegmentPath): string[] {
  const urls = new Set<string>();
  for (const at of walkBelow(segment, ancestors)) {
    if (at.segment.files.page === undefined) continue;
    const url = urlOf(at);
    if (url !== undefined) urls.add(url);
  }
  return [...urls].sort();
}

/** The URLs of the pages in a slot of a segment. */
export function slotUrls({ segment: owner, ancestors }: SegmentPath, slot: Segment): string[] {
  return pageUrls({ segment: slot, ancestors: [...ancestors, owner] });
}

/** The URL of a segment; undefined below an intercepting route, which answers no URL of its own. */
export function urlOf(at: SegmentPath): string | undefined {
  const intercepts = [...at.ancestors, at.segment].some(({ name }) => name.kind === 'intercepting');
  return intercepts ? undefined : routeOf(at);
}

/** URLs as a message adds them: ` at /dash, /shop/[id]`, each as code; nothing for none. */
export function atUrls(urls: readonly string[]): string {
  return urls.length === 0 ? '' : ` at ${listUrls(urls)}`;
}
