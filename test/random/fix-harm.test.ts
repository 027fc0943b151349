/** `fix` never makes an app worse, whatever it looks like. */
import { type NextTarget } from '@next-slots/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertForRandom } from '../harness/random-cases.js';
import { openInMemory, repair, selections } from './app-in-memory.js';
import { answersOf, pathsToAsk } from './app-answers.js';
import { randomApps } from './random-apps.js';

const targets = fc.constantFrom<NextTarget>(
  { version: '16.4.6', bundler: 'turbopack' },
  { version: '16.4.6', bundler: 'webpack' },
  { version: '16.2.12', bundler: 'turbopack' },
  { version: '15.5.29', bundler: 'webpack' },
  { version: '14.2.35', bundler: 'webpack' },
);

test('what built still builds, 200 stays 200, and an unknown URL stays 404', () => {
  let written = 0;
  assertForRandom(
    'apps/harm',
    fc.property(
      randomApps(),
      targets,
      fc.constantFrom('recommended' as const, 'strict' as const),
      fc.constantFrom('null', 'not-found', 'mirror'),
      (files, next, preset, template) => {
        const app = openInMemory(files, next);
        const after = repair(files, next, selections[preset], { template }).files;
        const fixed = openInMemory(after, next);
        if (Object.keys(after).length > Object.keys(files).length) written += 1;
        const paths = pathsToAsk(app, fixed);
        const before = answersOf(app);
        const now = answersOf(fixed);
        // An app that does not build answers nothing.
        if (!before.builds) return;
        expect(now.builds).toBe(true);
        for (const path of paths) {
          const [was, is] = [before.at(path), now.at(path)];
          if (was === '200') expect(`${path} ${is}`).toBe(`${path} 200`);
          if (was === '404') expect(`${path} ${is}`).not.toBe(`${path} 200 to any URL`);
        }
      },
    ),
  );
  expect(written).toBeGreaterThan(50);
});
