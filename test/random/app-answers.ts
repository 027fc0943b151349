import {
  findRoute,
  findSegment,
  folderOf,
  matchesOf,
  type App,
  type Route,
} from '@next-slots/core';

/** What an app does, by our own matcher. */
export interface Answers {
  readonly builds: boolean;
  /**
   * What a path answers: `200 to any URL` where no page outside slots has it, and where any other path
   * beside it would do.
   */
  at(path: string): '200' | '200 to any URL' | '404' | 'refused';
}

/** Asks the matcher about an app. */
export function answersOf(app: App): Answers {
  const matches = matchesOf(app);
  const routes = new Map(matches.routes.map((route) => [route.url, route]));
  const { missing, unmatched, canonical, missingDefaults, unbuildableSlots, conflicts } = matches;
  const refusals = [missing, unmatched, canonical, missingDefaults, unbuildableSlots];
  return {
    builds:
      refusals.every(({ length }) => length === 0) &&
      !conflicts.some(({ consequence }) => consequence !== 'lost') &&
      !matches.routes.some(({ outcome }) => outcome === 'build-error'),
    at: (path) => {
      const found = findRoute(matches, path);
      const route = found && routes.get(found.route);
      if (!route || route.outcome === 'not-found') return '404';
      if (route.outcome === 'build-error') return 'refused';
      if (route.renders.some((file) => app.sources.facts(file)?.leadsAway === true)) return '404';
      return takesAnyUrl(app, route) ? '200 to any URL' : '200';
    },
  };
}

/** Paths that the routes of two apps answer, and others beside them. */
export function pathsToAsk(...apps: readonly App[]): ReadonlySet<string> {
  const paths = new Set(['/', '/nope', '/no/pe']);
  for (const app of apps) {
    for (const { url } of matchesOf(app).routes) {
      const path = url
        .replaceAll(/\[\[?\.\.\.[^/]*\]/gu, 'no/pe')
        .replaceAll(/\[[^/]*\]/gu, 'nope');
      paths.add(path);
      paths.add(`${path === '/' ? '' : path}/nope`);
      if (url.includes('[[...')) paths.add(url.replace(/\/\[\[.*$/u, '') || '/');
    }
  }
  return paths;
}

function takesAnyUrl(app: App, { url, slots, kind }: Route): boolean {
  const parts = url.split('/').filter((part) => part !== '');
  const isOpen =
    parts.at(-1)?.includes('[...') === true || !parts.some((part) => !part.startsWith('['));
  if (kind !== 'page' || parts.length === 0 || !isOpen) return false;
  // Somewhere on the way `children` shows no page of this URL.
  return (
    !pagesAt(app, url).some((file) => !/(?:^|\/)@(?!children\/)/u.test(file)) && slots.length > 0
  );
}

/** The pages and handlers of a URL, read off the files' paths. */
function pagesAt(app: App, url: string): readonly string[] {
  const files = [...(app.sources.modules?.() ?? [])];
  return files.filter((file) => {
    if (!/(?:^|\/)(?:page|route)\.[jt]sx?$/u.test(file)) return false;
    const folder = folderOf(file);
    if (findSegment(app.tree, folder) === undefined) return false;
    const parts = folder.split('/').filter((part) => part !== '' && !/^@|^\(.*\)$/u.test(part));
    return `/${parts.map((part) => part.replaceAll('%5F', '_')).join('/')}` === url;
  });
}
