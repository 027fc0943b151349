/**
 * Next's own check of a webpack build: plain JavaScript of the installed `next`, called as the build
 * calls it in `next/dist/build/entries.js`.
 */
import { normalizeCatchAllRoutes } from 'next/dist/server/lib/router-utils/normalize-catchall-routes.js';
import { normalizeAppPath } from 'next/dist/shared/lib/router/utils/app-paths.js';
import { findMissingCanonicalInterceptionRoutes } from 'next/dist/shared/lib/router/utils/interception-routes.js';

/** The files of an app as Next's validator takes them. */
export interface AppPaths {
  /** Pages and route handlers by their URL, each as `/folder/page`. */
  readonly byUrl: Record<string, string[]>;
  readonly defaults: readonly string[];
}

/** Reads the files of an app, relative to the app directory; a path that ends in `/` is an empty folder. */
export function appPathsOf(files: readonly string[]): AppPaths {
  const seen = files.filter((file) => !file.endsWith('/') && !/(?:^|\/)_/u.test(file)).sort();
  const paths = seen.map((file) => `/${file.replace(/\.tsx?$/u, '')}`);
  const byUrl: Record<string, string[]> = { '/_not-found': ['/_not-found/page'] };
  for (const path of paths) {
    if (!path.endsWith('/page') && !path.endsWith('/route')) continue;
    (byUrl[normalizeAppPath(path).replaceAll('%5F', '_')] ??= []).push(path);
  }
  return { byUrl, defaults: paths.filter((path) => path.endsWith('/default')) };
}

/** Strict matching as a webpack build does it. Changes {@link AppPaths.byUrl}, as Next does. */
export function validateRoutes({ byUrl, defaults }: AppPaths) {
  return normalizeCatchAllRoutes(byUrl, undefined, {
    strictRouteMatching: true,
    defaultAppPaths: defaults,
  });
}

/**
 * The intercepting routes without a canonical route, of app paths that were validated.
 *
 * @throws Error where a marker reaches above the app directory.
 */
export function missingCanonicalRoutes({ byUrl }: AppPaths) {
  const pages = Object.entries(byUrl)
    .map(([route, of]) => [route, of.filter((path) => path.endsWith('/page'))] as const)
    .filter(([, of]) => of.length > 0);
  return findMissingCanonicalInterceptionRoutes(Object.fromEntries(pages));
}
