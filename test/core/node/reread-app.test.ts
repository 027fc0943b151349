/** An app that is kept open through changes says what one says that is read afresh, at less work. */
import {
  configureChecks,
  matchesOf,
  matchRoutes,
  runChecks,
  semanticsFor,
  type App,
  type NextTarget,
} from '@next-slots/core';
import { AppStore, type AppLocation, type AppOnDisk } from '@next-slots/core/node';
import * as fc from 'fast-check';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { NextApp } from '../../harness/next-app.js';
import { assertForRandom } from '../../harness/random-cases.js';

const manifest = { 'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }) };

const targets: readonly NextTarget[] = [
  { version: '16.4.6', bundler: 'turbopack' },
  { version: '16.4.6', bundler: 'webpack' },
  { version: '16.0.11', bundler: 'turbopack' },
  { version: '16.2.12', bundler: 'turbopack' },
  { version: '15.5.29', bundler: 'webpack' },
];

const configured = configureChecks({ preset: 'strict' });

function findingsOf({ tree }: AppOnDisk, next: NextTarget) {
  if (!configured.ok) throw new Error(configured.problems.join('\n'));
  const sources: App['sources'] = {
    text: () => undefined,
    facts: () => undefined,
    template: () => undefined,
  };
  return runChecks({ tree, next, settings: {}, sources }, configured.value);
}

function answersOf({ tree }: AppOnDisk, next: NextTarget) {
  const { routes, missing, unmatched, canonical, conflicts } = matchRoutes(
    tree,
    semanticsFor(next),
  );
  return {
    routes: routes.map(({ url, outcome, slots, renders }) => ({ url, outcome, slots, renders })),
    missing: missing.map(({ layout, route, slots }) => ({ layout, route, slots })),
    unmatched: unmatched.map(({ file }) => file),
    canonical: canonical.map(({ url }) => url),
    conflicts,
  };
}

const folderName = fc.constantFrom(
  ...['x', 'x', 'y', '@a', '@a', '@b', '(g)', '[id]', '[...all]', '[[...rest]]', '@children'],
  ...['(.)x', '(..)y', '(...)x'],
);

const file = fc
  .tuple(
    fc.array(folderName, { maxLength: 4 }),
    fc.constantFrom('page.tsx', 'page.tsx', 'layout.tsx', 'default.tsx', 'route.ts', 'Page.tsx'),
  )
  .map(([folders, name]) => ['app', ...folders, name].join('/'));

/** Adds a file where none is, removes it where it is; or removes the folder around it. */
const edit = fc.record({ file, whole: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0) });

function apply(app: NextApp, { file: path, whole }: { file: string; whole: boolean }): void {
  if (!existsSync(app.path(path))) app.write(path, '');
  else app.remove(whole && dirname(path) !== 'app' ? dirname(path) : path);
}

test('after any edits an app kept open gives the findings of one read afresh', () => {
  let changed = 0;
  assertForRandom(
    'node/reread',
    fc.property(
      fc.array(file, { minLength: 10, maxLength: 40 }),
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 8 }),
      (files, rounds) => {
        const cleanUps: (() => void | Promise<void>)[] = [];
        const app = new NextApp(manifest, (cleanUp) => cleanUps.push(cleanUp));
        try {
          for (const each of ['app/layout.tsx', ...files]) app.write(each, '');
          const location: AppLocation = {
            root: app.root,
            appDir: app.path('app'),
            workspace: app.root,
          };
          const store = new AppStore('when-notified');
          for (const edits of [[], ...rounds]) {
            const before = store.open(location, {}).tree;
            for (const each of edits) apply(app, each);
            store.expire();
            const kept = store.open(location, {});
            const fresh = new AppStore('run').open(location, {});
            if (kept.tree !== before) changed += 1;
            for (const next of targets) {
              expect(findingsOf(kept, next)).toEqual(findingsOf(fresh, next));
              expect(answersOf(kept, next)).toEqual(answersOf(fresh, next));
            }
          }
        } finally {
          for (const cleanUp of cleanUps) void cleanUp();
        }
      },
    ),
  );
  expect(changed).toBeGreaterThan(20);
});

/** Waits until no folder looks any more as if it were just being written. */
function settle(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
}

test('a change reads the folders that changed, and no change only looks at the folders', () => {
  const sections = Array.from({ length: 60 }, (_, index) => `app/area${index % 6}/s${index}`);
  const app = new NextApp({ ...manifest, 'app/layout.tsx': true, 'app/@modal/default.tsx': true });
  for (const section of sections) {
    for (const name of ['layout', 'page', 'x/page', '@team/page', '@team/default']) {
      app.write(`${section}/${name}.tsx`, '');
    }
  }
  settle();
  const location: AppLocation = {
    root: app.root,
    appDir: app.path('app'),
    workspace: app.root,
  };
  const store = new AppStore('when-notified');
  const ask = () => {
    const { reads, checks } = store.counts(location);
    const matches = matchesOf(store.open(location, {}));
    const counts = store.counts(location);
    return { matches, reads: counts.reads - reads, checks: counts.checks - checks };
  };
  const first = ask();
  const folders = 2 + 6 + 60 * 3;
  const all = store.counts(location);
  expect(all.reads).toBe(folders);

  store.expire();
  expect(store.counts(location)).toEqual({ reads: folders, checks: 2 * folders });
  const again = ask();
  expect(again.matches).toBe(first.matches);
  expect(again).toMatchObject({ reads: 0, checks: 0 });

  app.write('app/area3/s9/@team/x/page.tsx', '');
  settle();
  store.expire();
  expect(store.counts(location).reads).toBe(folders + 2);
  expect(ask().matches).not.toBe(first.matches);
});
