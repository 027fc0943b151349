import { nearest } from '../../nearest.js';
import type { Outcome, RouteMatches, SlotFill } from '../route-matches.js';
import { parseUrlPart } from '../url/url-part.js';
import { findRoute } from './find-url.js';
import { navigate } from './navigate.js';

/** What every slot shows at one URL, and how that came about. */
export interface Explanation {
  /** The path that was asked for. */
  readonly url: string;
  /** The route that answers it, as Next prints it. */
  readonly route: string;
  readonly kind: 'page' | 'handler';
  readonly outcome: Outcome;
  /** The paths that were visited before. */
  readonly from: readonly string[];
  /** The intercepting route that the last step ran into; null without one. */
  readonly interceptedBy: string | null;
  /** After a fresh load. */
  readonly hard: readonly SlotFill[];
  /** After the visits; the same as `hard` where there were none. */
  readonly soft: readonly SlotFill[];
  /** The fills of `soft` that only stand there because they stood there before. */
  readonly kept: ReadonlySet<SlotFill>;
}

/**
 * Explains a URL of an app.
 *
 * @param from - URLs that lead there: the first loaded afresh, the others by soft navigation.
 * @returns the URL that the app does not have, where one of them is unknown.
 */
export function explainUrl(
  matches: RouteMatches,
  url: string,
  from: readonly string[],
): Explanation | { readonly unknown: string } {
  const path = pathOf(url);
  const paths = [...from.map(pathOf), path];
  const unknown = paths.find((each) => findRoute(matches, each) === undefined);
  const found = findRoute(matches, path);
  const route = matches.routes.find((each) => each.url === found?.route);
  if (unknown !== undefined || !route) return { unknown: unknown ?? path };

  const navigation = navigate(matches, paths);
  const { hard, soft } = navigation ?? { hard: route.slots, soft: route.slots };
  return {
    url: path,
    route: route.url,
    kind: route.kind,
    outcome: route.outcome,
    from: paths.slice(0, -1),
    interceptedBy: navigation?.interceptedBy ?? null,
    hard,
    soft,
    kept: navigation?.kept ?? new Set(),
  };
}

/** The path of a URL however it was copied: with origin, query, fragment or a slash at its end. */
export function pathOf(url: string): string {
  const withoutOrigin = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/iu, '');
  const path = withoutOrigin.replace(/[?#].*$/su, '').replace(/\/+$/u, '');
  return path.startsWith('/') ? path : `/${path}`;
}

/** The URLs that somebody who typed an unknown one most likely means, at most three. */
export function nearestUrls(matches: RouteMatches, url: string): readonly string[] {
  const parts = url.split('/');
  const left = new Map(matches.routes.map((route) => [filledIn(route.url, parts), route.url]));
  const found: string[] = [];
  while (found.length < 3) {
    const next = nearest(url, left.keys()) ?? deepestAbove(url, left.keys());
    if (next === undefined) break;
    found.push(left.get(next) ?? next);
    left.delete(next);
  }
  return found;
}

/**
 * A route with the parts of a URL in the place of its dynamic ones, `/shop/42` for `/shop/[id]`, so that
 * only what was misspelled tells the two apart.
 */
function filledIn(route: string, parts: readonly string[]): string {
  return route
    .split('/')
    .map((part, index) => {
      const { kind } = parseUrlPart(part);
      if (kind === 'static') return part;
      const taken = kind === 'dynamic' ? parts.slice(index, index + 1) : parts.slice(index);
      return taken.length === 0 ? part : taken.join('/');
    })
    .join('/');
}

/** The URL that shares the longest way with another: `/shop` for `/shop/a/b`. */
function deepestAbove(url: string, urls: Iterable<string>): string | undefined {
  const candidates = [...urls];
  for (let path = url; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    if (candidates.includes(path)) return path;
    const below = candidates.find((candidate) => candidate.startsWith(`${path}/`));
    if (below !== undefined) return below;
  }
  return undefined;
}
