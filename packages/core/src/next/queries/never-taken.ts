import type { InterceptingRoute, RouteMatches } from '../route-matches.js';
import { isGroupName } from '../url/folder.js';
import { isCatchAll, isMarked, isOpen, parseUrl, parseUrlPart } from '../url/url-part.js';

/** Why no soft navigation is ever intercepted by a route. */
export type NeverTaken =
  | 'export'
  | 'i18n'
  | 'marked-catch-all'
  | 'static-target'
  | 'escaped-folder';

/** Why Next.js never shows an intercepting route; undefined where it does. */
export function whyNeverTaken(
  { semantics }: Pick<RouteMatches, 'semantics'>,
  route: InterceptingRoute,
): NeverTaken | undefined {
  if (semantics.interceptions !== 'on') return semantics.interceptions;
  const isMarkedCatchAll = isCatchAll(parseUrlPart(route.segment.name.value));
  if (isMarkedCatchAll && semantics.interceptionByCatchAll === 'server-error') {
    return 'marked-catch-all';
  }
  if (isOfStaticUrl(route)) return 'static-target';
  return escapedFolderAbove(route) === undefined ? undefined : 'escaped-folder';
}

/**
 * The folder with `%5F` in its name that a route intercepts from: Next.js compares the URL, which has `_`
 * there, with the name of the folder (oracle tree escapedFolder of `verdicts/navigation.json`).
 *
 * @returns its path, relative to the app directory.
 */
export function escapedFolderAbove({ file }: Pick<InterceptingRoute, 'file'>): string | undefined {
  const names = file.split('/');
  const marked = names.findIndex((name) => isMarked(parseUrlPart(name)));
  const escaped = names
    .slice(0, marked)
    .findIndex((name) => name.includes('%5F') && !name.startsWith('@') && !isGroupName(name));
  return escaped < 0 ? undefined : names.slice(0, escaped + 1).join('/');
}

/** The intercepting routes that a browser can be shown, by their URLs as Next.js prints them. */
export function takenInterceptions(matches: RouteMatches): ReadonlyMap<string, InterceptingRoute> {
  return matches.derive(findTaken);
}

function findTaken(matches: RouteMatches): ReadonlyMap<string, InterceptingRoute> {
  const taken = matches.interceptions.filter((route) => !whyNeverTaken(matches, route));
  return new Map(taken.map((route) => [route.url, route]));
}

/** Whether a route below a dynamic segment intercepts a URL without one, which has no parameters to give. */
export function isOfStaticUrl({ from, target }: InterceptingRoute): boolean {
  return target !== null && isDynamicRoute(from) && !isDynamicRoute(target);
}

function isDynamicRoute(route: string): boolean {
  return parseUrl(route).some(isOpen);
}
