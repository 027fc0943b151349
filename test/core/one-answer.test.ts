/**
 * `check`, `matrix` and `explain` give one answer: what a finding says of a URL is the outcome that the
 * matrix has for it, and explaining the URL has the same.
 */
import { explainUrl, matchesOf, type NextTarget } from '@next-slots/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { appFrom } from '../harness/findings.js';
import { assertForRandom } from '../harness/random-cases.js';
import { appTrees, routeTrees } from '../harness/random-trees.js';
import { contradictions } from '../harness/contradictions.js';

const targets: readonly NextTarget[] = [
  { version: '16.4.6', bundler: 'turbopack' },
  { version: '16.4.6', bundler: 'webpack' },
  { version: '16.2.12', bundler: 'turbopack' },
  { version: '15.5.29', bundler: 'webpack' },
  { version: '14.2.35', bundler: 'webpack' },
];

test.each(targets)('check, matrix and explain agree: $version $bundler', (next) => {
  assertForRandom(
    'answers/agree',
    fc.property(appTrees(3), (files) => {
      const app = appFrom(Object.fromEntries(files.filter(isFile).map((file) => [file, true])), {
        next,
      });
      expect(contradictions(app)).toEqual([]);
    }),
  );
});

test.each(targets)('also where files conflict: $version $bundler', (next) => {
  assertForRandom(
    'answers/at-odds',
    fc.property(treesAtOdds, (files) => {
      expect(contradictions(appFrom(files, { next }))).toEqual([]);
    }),
  );
});

test('a URL whose build fails is not answered by a dynamic route next to it', () => {
  const files = ['layout.tsx', '[id]/page.tsx', '@team/[id]/page.tsx', 'about/page.tsx'];
  const app = appFrom(Object.fromEntries(files.map((file) => [file, true])));
  expect(explainUrl(matchesOf(app), '/about', [])).toMatchObject({
    route: '/about',
    outcome: 'build-error',
  });
});

/** Apps with parameters of two names, with folders whose names Next.js rejects, and with segment config. */
const treesAtOdds = fc
  .record({
    files: routeTrees({ depth: 3, isApp: true, conflicts: true }),
    oddName: fc.constantFrom('z', '[]', '[...]', '[[z]]', '[.z]', '[…z]', 'z]', '(.z)'),
    revalidate: fc.constantFrom(undefined, 2, 3, 5),
  })
  .map(({ files, oddName, revalidate }) => {
    const renamed = [...new Set(['layout', ...files])].map((file) =>
      file.replaceAll(/(?<=^|\/)z(?=\/)/gu, oddName),
    );
    const named = renamed.map((file) => (/(?:\/|\.\w+)$/u.test(file) ? file : `${file}.tsx`));
    return Object.fromEntries(
      named.filter(isFile).map((file, index) => {
        const isSet = revalidate !== undefined && file.endsWith('page.tsx');
        return [file, isSet && index % revalidate === 0 ? configured(index % 2) : (true as const)];
      }),
    );
  });

function configured(revalidate: number): string {
  return `export const revalidate = ${String(revalidate)};\nexport default () => null;\n`;
}

function isFile(path: string): boolean {
  return !path.endsWith('/');
}
