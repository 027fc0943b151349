import type { App } from '../../../app.js';
import { matchesOf } from '../../../next/matches-of.js';
import type { InterceptingRoute } from '../../../next/route-matches.js';
import { readInterception } from '../../../next/url/interception.js';
import { isMarked, parseUrlPart, textsOf } from '../../../next/url/url-part.js';
import { markerOf } from './interceptions.js';

/** A page whose URL has the parts of an intercepting route in another order. */
export interface SwappedFolders {
  /** The URL of the page, as Next.js prints it. */
  readonly page: string;
  /** The folders that would intercept it, from the marker on: `(.)[id]/edit`. */
  readonly folders: string;
}

/** Finds what `(.)edit/[id]` beside `[id]/edit/page` was meant to be. */
export function swappedFolders(
  app: App,
  { url, target }: InterceptingRoute,
): SwappedFolders | undefined {
  const marker = markerOf(url);
  if (marker === undefined || target === null || readInterception(url) === undefined) {
    return undefined;
  }
  const parts = textsOf(target);
  const behind = textsOf(url.slice(url.indexOf(marker) + marker.length));
  if (behind.length < 2 || behind.some((part) => isMarked(parseUrlPart(part)))) return undefined;
  const kept = parts.slice(0, parts.length - behind.length);
  const wanted = shapes(behind);
  for (const { url: page, kind, slotOutcome } of matchesOf(app).routes) {
    if (kind !== 'page' || slotOutcome !== 'ok') continue;
    const pageParts = textsOf(page);
    const rest = pageParts.slice(kept.length);
    if (pageParts.length !== parts.length || !kept.every((part, at) => part === pageParts[at])) {
      continue;
    }
    if (shapes(rest) === wanted) return { page, folders: marker + rest.join('/') };
  }
  return undefined;
}

/** The parts in no particular order, parameters without their names. */
function shapes(parts: readonly string[]): string {
  return parts
    .map(parseUrlPart)
    .map(({ kind, text }) => (kind === 'static' ? text : `[${kind}]`))
    .toSorted()
    .join('/');
}
