import { routeOf } from '../../routes/route-of.js';
import type { SegmentPath } from '../../routes/route-tree.js';
import { walkBelow } from '../../routes/walk.js';

/** The URLs of the pages at and below a segment, as Next prints them, sorted. */
export function pageUrls({ segment, ancestors }: SegmentPath): string[] {
  const urls = new Set<string>();
  for (const at of walkBelow(segment, ancestors)) {
    if (at.segment.files.page === undefined) continue;
    const url = urlOf(at);
    if (url !== undefined) urls.add(url);
  }
  return [...urls].sort();
}

/** The URL of a segment; undefined below an intercepting route, which answers no URL of its own. */
export function urlOf(at: SegmentPath): string | undefined {
  const intercepts = [...at.ancestors, at.segment].some(({ name }) => name.kind === 'intercepting');
  return intercepts ? undefined : routeOf(at);
}

/** URLs in the words of a message: ` at /dash, /shop/[id] and 3 more URLs`; nothing for none. */
export function atUrls(urls: readonly string[]): string {
  if (urls.length === 0) return '';
  const named = urls.slice(0, urls.length > 3 ? 2 : 3);
  const more = urls.length - named.length;
  if (more > 0) return ` at ${named.join(', ')} and ${String(more)} more URLs`;
  const last = named.at(-1) ?? '';
  return ` at ${named.length === 1 ? last : `${named.slice(0, -1).join(', ')} and ${last}`}`;
}
