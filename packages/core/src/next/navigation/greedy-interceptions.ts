import { groupBy } from '../../group-by.js';
import type { RouteMatches } from '../route-matches.js';
import { takenInterceptions } from '../queries/never-taken.js';
import { readInterception } from '../url/interception.js';
import { compareSpecificity, groupBelow, PatternSet, routesAbove } from '../url/url-pattern.js';
import { isOpen, parseUrl, printUrl, type UrlPart } from '../url/url-part.js';

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
  return matches.derive(findGreedy);
}

type Greedy = ReadonlyMap<string, readonly [string, ...string[]]>;

/** An intercepting route, and what is asked of it again and again. */
interface Interceptor {
  readonly file: string;
  readonly target: readonly UrlPart[];
  /** The start of the target that lies above the folder with the marker. */
  readonly start: string;
  readonly takes: (url: string) => boolean;
}

function findGreedy(matches: RouteMatches): Greedy {
  const { interceptions, routes } = matches;
  const taken = takenInterceptions(matches);
  const all = interceptions.flatMap(({ file, url, target }): readonly Interceptor[] => {
    if (target === null || !taken.has(url)) return [];
    const parts = parseUrl(target);
    const start = printUrl(parts.slice(0, readInterception(url)?.markedIndex));
    const patterns = new PatternSet([target]);
    return [{ file, target: parts, start, takes: (asked) => patterns.takes(asked) }];
  });
  const dynamic = all.filter(({ target }) => target.some(isOpen));
  if (dynamic.length === 0) return new Map();
  const pages = groupBelow(
    routes.filter(({ kind, slotOutcome }) => kind === 'page' && slotOutcome === 'ok'),
    new Set(dynamic.map(({ start }) => start)),
  );
  const byStart = groupBy(all, ({ start }) => start);
  const found = new Map<string, readonly [string, ...string[]]>();
  for (const { file, target, start, takes } of dynamic) {
    const isTakenByAnother = (url: string) =>
      routesAbove(url)
        .flatMap((above) => byStart.get(above) ?? [])
        .some((other) => compareSpecificity(other.target, target) < 0 && other.takes(url));
    const [first, ...more] = (pages.get(start) ?? [])
      .map(({ url }) => url)
      .filter(
        (url) =>
          compareSpecificity(parseUrl(url), target) < 0 && takes(url) && !isTakenByAnother(url),
      );
    if (first !== undefined) found.set(file, [first, ...more]);
  }
  return found;
}
