import { groupBy } from '../../group-by.js';
import type { Route, RouteMatches } from '../route-matches.js';
import { takenInterceptions } from '../queries/never-taken.js';
import { readInterception } from '../url/interception.js';
import { compareSpecificity, groupBelow, routesAbove, takesAll } from '../url/url-pattern.js';
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

/** An intercepting route. */
interface Interceptor {
  readonly file: string;
  readonly target: readonly UrlPart[];
  /** The start of the target that lies above the folder with the marker. */
  readonly start: string;
}

function findGreedy(matches: RouteMatches): Greedy {
  const taken = [...takenInterceptions(matches).values()];
  const all = taken.flatMap(({ file, url, target }): readonly Interceptor[] => {
    if (target === null) return [];
    const parts = parseUrl(target);
    const start = printUrl(parts.slice(0, readInterception(url)?.markedIndex));
    return [{ file, target: parts, start }];
  });
  const dynamic = all.filter(({ target }) => target.some(isOpen));
  if (dynamic.length === 0) return new Map();
  const pages = groupBelow(
    matches.routes.filter(({ kind, slotOutcome }) => kind === 'page' && slotOutcome === 'ok'),
    new Set(dynamic.map(({ start }) => start)),
  );
  const byStart = groupBy(all, ({ start }) => start);
  const found = new Map<string, readonly [string, ...string[]]>();
  for (const { file, target, start } of dynamic) {
    const isGreedy = ({ url }: Route): boolean => {
      const page = parseUrl(url);
      if (compareSpecificity(page, target) >= 0 || !takesAll(target, page)) return false;
      const rivals = routesAbove(url).flatMap((above) => byStart.get(above) ?? []);
      return !rivals.some(
        (other) => compareSpecificity(other.target, target) < 0 && takesAll(other.target, page),
      );
    };
    const [first, ...more] = (pages.get(start) ?? []).filter(isGreedy).map(({ url }) => url);
    if (first !== undefined) found.set(file, [first, ...more]);
  }
  return found;
}
