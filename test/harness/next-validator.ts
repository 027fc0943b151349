/**
 * Next's own check of a webpack build: plain JavaScript of the installed `next`, called as the build
 * calls it in `next/dist/build/entries.js`.
 */
import {
  normalizeMetadataPageToRoute,
  normalizeMetadataRoute,
} from 'next/dist/lib/metadata/get-metadata-route.js';
import { isMetadataRouteFile } from 'next/dist/lib/metadata/is-metadata-route.js';
import { normalizeCatchAllRoutes } from 'next/dist/server/lib/router-utils/normalize-catchall-routes.js';
import { normalizeAppPath } from 'next/dist/shared/lib/router/utils/app-paths.js';
import { findMissingCanonicalInterceptionRoutes } from 'next/dist/shared/lib/router/utils/interception-routes.js';

/** The files of an app as Next's validator takes them. */
export interface AppPaths {
  /** Pages, route handlers and metadata files by their URL, each as `/folder/page`. */
  readonly byUrl: Record<string, string[]>;
  readonly defaults: readonly string[];
}

/** Reads the files of an app, relative to the app directory; a path that ends in `/` is an empty folder. */
export function appPathsOf(files: readonly string[]): AppPaths {
  const seen = files.filter((file) => !file.endsWith('/') && !/(?:^|\/)_/u.test(file)).sort();
  const byUrl: Record<string, string[]> = { '/_not-found': ['/_not-found/page'] };
  const defaults: string[] = [];
  for (const file of seen) {
    const path = `/${file.replace(/\.tsx?$/u, '')}`;
    // Next writes `%5F` as `_` in the routes and in the paths of defaults, and not in those of pages.
    const unescaped = path.replaceAll('%5F', '_');
    const route = isMetadataRouteFile(`/${file}`, ['tsx', 'ts', 'jsx', 'js'], true)
      ? normalizeMetadataPageToRoute(normalizeMetadataRoute(unescaped), false)
      : unescaped;
    if (path.endsWith('/default')) defaults.push(unescaped);
    if (!route.endsWith('/page') && !route.endsWith('/route')) continue;
    (byUrl[normalizeAppPath(route)] ??= []).push(path);
  }
  return { byUrl, defaults };
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
