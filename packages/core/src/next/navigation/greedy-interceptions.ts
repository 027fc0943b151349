import { isInterceptingName } from '../url/segment-url.js';
import type { RouteMatches } from '../route-matches.js';
import {
  compareSpecificity,
  groupBelow,
  partsOfPattern,
  PatternSet,
  routesAbove,
} from '../url/url-pattern.js';

/**
 * The ordinary pages that an intercepting route takes the place of although they are more specific than the
 * URL it intercepts: `(.)[id]` also intercepts `/users/new`. Next looks for intercepting routes before it
 * compares any page.
 *
 * Pages that another intercepting route takes, and those that lie in another folder above the marker, are left
 * out.
 *
 * @returns the routes of the pages, by the intercepting page's file; files that take none are left out.
 */
export function greedyInterceptions(
  matches: RouteMatches,
): ReadonlyMap<string, readonly [string, ...string[]]> {
  let found = known.get(matches);
  if (!found) known.set(matches, (found = findGreedy(matches)));
  return found;
}

type Greedy = ReadonlyMap<string, readonly [string, ...string[]]>;

const known = new WeakMap<RouteMatches, Greedy>();

function findGreedy({ interceptions, routes }: RouteMatches): Greedy {
  const found = new Map<string, readonly [string, ...string[]]>();
  const marked = interceptions.flatMap(({ file, url, target }) =>
    target === null ? [] : [{ file, target, url: aboveMarker(url, target) }],
  );
  const dynamic = marked.filter(({ target }) => target.includes('['));
  if (dynamic.length === 0) return found;
  const starts = new Set(dynamic.map(({ url }) => url));
  const pages = groupBelow(
    routes.filter(({ kind, outcome }) => kind === 'page' && outcome === 'ok'),
    starts,
  );
  const byStart = new Map<string, (typeof marked)[number][]>();
  for (const each of marked) {
    const group = byStart.get(each.url);
    if (group) group.push(each);
    else byStart.set(each.url, [each]);
  }
  for (const { file, target, url: start } of dynamic) {
    const takes = new PatternSet([target]);
    const isTakenByAnother = (url: string) =>
      routesAbove(url).some((above) =>
        byStart
          .get(above)
          ?.some(
            (other) =>
              compareSpecificity(other.target, target) < 0 &&
              new PatternSet([other.target]).takes(url),
          ),
      );
    const [first, ...more] = (pages.get(start) ?? []).flatMap(({ url }) =>
      compareSpecificity(url, target) < 0 && takes.takes(url) && !isTakenByAnother(url) ? url : [],
    );
    if (first !== undefined) found.set(file, [first, ...more]);
  }
  return found;
}

/** The start of a target that lies above the folder with the marker. */
function aboveMarker(url: string, target: string): string {
  const parts = partsOfPattern(url);
  const behind = parts.length - parts.findIndex(isInterceptingName);
  const ofTarget = partsOfPattern(target);
  return `/${ofTarget.slice(0, ofTarget.length - behind).join('/')}`;
}
