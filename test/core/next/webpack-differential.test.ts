/**
 * Next's own check of a webpack build is plain JavaScript. On random apps it must say what core says
 * with `bundler: webpack`.
 */
import { matchRoutes, semanticsFor, type RouteMatches } from '@next-slots/core';
import * as fc from 'fast-check';
import nextPackage from 'next/package.json' with { type: 'json' };
import { expect, test } from 'vitest';
import {
  appPathsOf,
  missingCanonicalRoutes,
  validateRoutes,
  type AppPaths,
} from '../../harness/next-validator.js';
import { assertForRandom, casesOf } from '../../harness/random-cases.js';
import { appTrees } from '../../harness/random-trees.js';
import { treeFromFiles } from '../../harness/tree-from-files.js';

interface Complaints {
  readonly missing: readonly string[];
  readonly unmatched: readonly string[];
  /** `invalid` where a marker reaches above the app directory. */
  readonly canonical: readonly string[] | 'invalid';
}

/** Apps on which core and Next once differed. */
const found: readonly (readonly string[])[] = [
  // A catch-all shows its page where another slot has a route handler: a canonical route all the same.
  [
    ...['x/@b/default.tsx', 'x/@b/@a/page.tsx', 'x/@b/(h)/[...all]/page.tsx'],
    ...['x/@b/(h)/y/route.ts', 'x/x/(..)y/page.tsx', 'x/[...all]/page.tsx'],
  ],
  // A slot's catch-all at the top takes part in Next's own `/_not-found`, and so counts as matched.
  ['[...all]/@a/@children/page.tsx', '(g)/@b/%5Fu/@b/default.tsx', '(g)/[...all]/page.tsx'],
  ['(g)/(g)/@a/@a/page.tsx', '(g)/(g)/(h)/[...all]/page.tsx', '[...all]/@a/@b/page.tsx'],
  [
    ...['default.tsx', '@c/[...all]/(g)/page.tsx', '@children/[...all]/page.tsx'],
    ...['@children/@b/page.tsx'],
  ],
];

test("agrees with Next's validator on random apps", () => {
  let complained = 0;
  assertForRandom(
    'matching/webpack',
    fc.property(appTrees(), (drawn) => {
      const files = drawn.filter((file) => !isMetadataInCatchAll(file));
      const nexts = nextComplaints(files);
      if (nexts.missing.length > 0) complained += 1;
      expect(ourComplaints(files)).toEqual(nexts);
    }),
    { examples: found.map((files): [readonly string[]] => [files]) },
  );
  // Apps that nobody complains about would prove little.
  expect(complained).toBeGreaterThan(casesOf('matching/webpack') / 10);
});

/** Which of the files of a catch-all joins other URLs depends on the order in which Next finds them. */
function isMetadataInCatchAll(file: string): boolean {
  return /\[\.{3}.*\/(?:icon|opengraph-image|sitemap)\.\w+$/u.test(file);
}

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
  const paths = appPathsOf(files);
  const { unmatchedAppPages, incompatibleParallelRouteSlots } = validateRoutes(paths);
  return {
    missing: incompatibleParallelRouteSlots
      .map(({ layoutPath, route, missingSlots }) =>
        complaint(layoutPath.slice(1), route, missingSlots),
      )
      .sort(),
    unmatched: [...unmatchedAppPages].sort(),
    canonical: nextCanonical(paths),
  };
}

function nextCanonical(paths: AppPaths): Complaints['canonical'] {
  try {
    return missingCanonicalRoutes(paths)
      .map(({ interceptionRoute }) => interceptionRoute)
      .sort();
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
