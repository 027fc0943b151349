import { isMarked, parseUrl, printUrl, textsOf, type interceptionMarkers } from './url-part.js';

/** Where an intercepting URL applies and which URL it intercepts. */
export interface Interception {
  /** The URL below which it intercepts: `/feed`. */
  readonly from: string;
  /** The URL it intercepts; null where the marker reaches above the app directory. */
  readonly target: string | null;
  /** Which part of the target the folder with the marker stands for: `/feed/(..)photo` for part 0. */
  readonly markedIndex: number;
}

/**
 * Reads an intercepting URL, `/feed/(..)photo/[id]`. A marker counts parts of the URL: folders that
 * the URL does not show, slots and groups, are gone already.
 *
 * Source of the behaviour: `next/dist/shared/lib/router/utils/interception-routes.js`.
 */
export function readInterception(url: string): Interception | undefined {
  const parts = parseUrl(url);
  const marked = parts.findIndex(isMarked);
  const marker = parts[marked]?.marker;
  if (marker === undefined || marker === '') return undefined;
  const [before = '', behind = ''] = url.split(marker, 2);
  const from = textsOf(before);
  const kept = from.slice(0, from.length - levelsUp(marker, from.length));
  const to = textsOf(behind);
  const isAboveApp = levelsUp(marker, from.length) > from.length;
  const target = isAboveApp || to.length === 0 ? null : [...kept, ...to];
  return {
    from: `/${from.join('/')}`,
    target: target && `/${target.join('/')}`,
    markedIndex: target === null ? 0 : target.length - (parts.length - marked),
  };
}

/**
 * The URL that an intercepting catch-all leaves out: `/photo` for the target `/photo/[...id]`.
 *
 * @returns undefined where the target ends in no catch-all, or in an optional one.
 */
export function urlAboveCatchAll(target: string): string | undefined {
  const parts = parseUrl(target);
  return parts.at(-1)?.kind === 'catch-all' ? printUrl(parts.slice(0, -1)) : undefined;
}

/** How many parts a marker goes up from a URL of so many parts. */
function levelsUp(marker: (typeof interceptionMarkers)[number], length: number): number {
  switch (marker) {
    case '(.)':
      return 0;
    case '(..)':
      return 1;
    case '(..)(..)':
      return 2;
    case '(...)':
      return length;
  }
}
