import { findRoute, nearestUrls, pathOf, type RouteMatches } from '@next-slots/core';

/** More do not fit below the URL bar. */
const most = 10;

/** What may be meant by what stands in the URL bar: URLs that begin so, then those that hold it. */
export function suggestUrls(matches: RouteMatches, typed: string): readonly string[] {
  const text = typed.trim().toLowerCase();
  const urls = matches.routes.map(({ url }) => url);
  const place = (url: string) => url.toLowerCase().indexOf(text);
  const begin = urls.filter((url) => place(url) === 0);
  const hold = urls.filter((url) => place(url) > 0);
  const found = [...begin, ...hold].slice(0, most);
  if (found.length > 0 || text === '') return found;
  const route = findRoute(matches, pathOf(typed))?.route;
  return route === undefined ? nearestUrls(matches, pathOf(typed)) : [route];
}
