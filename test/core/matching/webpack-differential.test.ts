/**
 * Next's own check of a webpack build is plain JavaScript. On random apps it must say what core says
 * with `bundler: webpack`. It is the code of the installed `next`, called as the build calls it in
 * `next/dist/build/entries.js`.
 */
import { matchRoutes, semanticsFor, type RouteMatches } from '@next-slots/core';
import * as fc from 'fast-check';
import { normalizeCatchAllRoutes } from 'next/dist/server/lib/router-utils/normalize-catchall-routes.js';
import { normalizeAppPath } from 'next/dist/shared/lib/router/utils/app-paths.js';
import { findMissingCanonicalInterceptionRoutes } from 'next/dist/shared/lib/router/utils/interception-routes.js';
import nextPackage from 'next/package.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { treeFromFiles } from '../../harness/tree-from-files.js';
import { appTrees } from './app-trees.js';

interface Complaints {
  readonly missing: readonly string[];
  readonly unmatched: readonly string[];
  /** `invalid` where a marker reaches above the app directory. */
  readonly canonical: readonly string[] | 'invalid';
}

test("agrees with Next's validator on random apps", () => {
  let complained = 0;
  fc.assert(
    fc.property(appTrees(), (files) => {
      const nexts = nextComplaints(files);
      if (nexts.missing.length > 0) complained += 1;
      expect(ourComplaints(files)).toEqual(nexts);
    }),
    { numRuns: 2_000 },
  );
  // Apps that nobody complains about would prove little.
  expect(complained).toBeGreaterThan(200);
}, 120_000);

function ourComplaints(files: readonly string[]): Complaints {
  const next = { version: nextPackage.version, bundler: 'webpack' } as const;
  const matches = matchRoutes(treeFromFiles(files), semanticsFor(next));
  return {
    missing: matches.missing
      .map(({ layout, route, slots }) =>
        complaint(layout.replace(/\/?layout(\.tsx)?$/u, ''), route, slots),
      )
      .sort(),
    unmatched: matches.unmatched.map(({ segment }) => appPath(segment.path, 'page')).sort(),
    canonical: canonicalOf(matches),
  };
}

function canonicalOf(matches: RouteMatches): Complaints['canonical'] {
  if (matches.interceptions.some(({ target }) => target === null)) return 'invalid';
  return matches.canonical.map(({ url }) => url).sort();
}

function nextComplaints(files: readonly string[]): Complaints {
  const seen = files.filter((file) => !file.endsWith('/') && !/(?:^|\/)_/u.test(file)).sort();
  const paths = seen.map((file) => `/${file.replace(/\.tsx?$/u, '')}`);
  const appPaths: Record<string, string[]> = { '/_not-found': ['/_not-found/page'] };
  for (const path of paths) {
    if (!path.endsWith('/page') && !path.endsWith('/route')) continue;
    (appPaths[normalizeAppPath(path).replaceAll('%5F', '_')] ??= []).push(path);
  }
  const { unmatchedAppPages, incompatibleParallelRouteSlots } = normalizeCatchAllRoutes(
    appPaths,
    undefined,
    {
      strictRouteMatching: true,
      defaultAppPaths: paths.filter((path) => path.endsWith('/default')),
    },
  );
  return {
    missing: incompatibleParallelRouteSlots
      .map(({ layoutPath, route, missingSlots }) =>
        complaint(layoutPath.slice(1), route, missingSlots),
      )
      .sort(),
    unmatched: [...unmatchedAppPages].sort(),
    canonical: nextCanonical(appPaths),
  };
}

function nextCanonical(appPaths: Readonly<Record<string, string[]>>): Complaints['canonical'] {
  const pages = Object.entries(appPaths)
    .map(([route, of]) => [route, of.filter((path) => path.endsWith('/page'))] as const)
    .filter(([, of]) => of.length > 0);
  try {
    const missing = findMissingCanonicalInterceptionRoutes(Object.fromEntries(pages));
    return missing.map(({ interceptionRoute }) => interceptionRoute).sort();
  } catch {
    return 'invalid';
  }
}

function complaint(folder: string, route: string, slots: readonly string[]): string {
  return `/${folder} at ${route}: ${[...slots].sort().join(', ')}`;
}

function appPath(folder: string, file: string): string {
  return folder === '' ? `/${file}` : `/${folder}/${file}`;
}
