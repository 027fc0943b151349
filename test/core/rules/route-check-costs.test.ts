/**
 * The checks on top of the matcher share one match and look up their own folder in it. Work is counted
 * as readings of `folders`, the only way further into a tree.
 */
import {
  configureChecks,
  fileContext,
  matchesOf,
  runCheckOnFile,
  walkSegments,
  type App,
} from '@next-slots/core';
import { expect, test } from 'vitest';
import { appFrom, runCheck, type AppFiles } from '../../harness/findings.js';

const names = [
  'require-slot-default',
  'require-children-default',
  'no-unreachable-page',
  'valid-interception',
  'no-dead-default',
  'no-lingering-modal',
  'readable-route-folders',
];
const strict = configureChecks({ preset: 'strict' });
const routeChecks = strict.ok ? strict.value.filter(({ check }) => names.includes(check.name)) : [];

/** An app with everything that the checks report, in each of many sections. */
function appOfSections(count: number): App {
  const files: Record<string, true> = {
    'layout.tsx': true,
    'page.tsx': true,
    '@top/page.tsx': true,
    '@top/[...rest]/page.tsx': true,
  };
  for (let index = 0; index < count; index += 1) {
    const section = `s${index}`;
    for (const file of [
      'layout.tsx',
      'page.tsx',
      '@a/page.tsx',
      '@a/settings/page.tsx',
      'child/page.tsx',
      'child/default.tsx',
      '@m/default.tsx',
      '@m/(.)photo/page.tsx',
      '@m/(..)gone/page.tsx',
      'photo/page.tsx',
    ]) {
      files[`${section}/${file}`] = true;
    }
  }
  return appFrom(files satisfies AppFiles);
}

/** Counts how often the tree is gone into while something runs. */
function countReadings(app: App, run: () => void): number {
  let readings = 0;
  for (const { segment } of [...walkSegments(app.tree)]) {
    const { folders } = segment;
    Object.defineProperty(segment, 'folders', {
      get: () => {
        readings += 1;
        return folders;
      },
    });
  }
  run();
  return readings;
}

function runOnWhole(app: App): void {
  for (const { check, options } of routeChecks) runCheck(check, app, options);
}

function runOnFile(app: App, file: string): void {
  const context = fileContext(app, file);
  for (const { check, options } of routeChecks) runCheckOnFile(check, context, options);
}

function runOnFiles(app: App): void {
  for (const file of app.sources.modules?.() ?? []) runOnFile(app, file);
}

test('there is something of each kind to find', () => {
  expect(routeChecks).toHaveLength(names.length);
  const app = appOfSections(2);
  const found = new Set(
    routeChecks.flatMap(({ check, options }) =>
      runCheck(check, app, options).map((each) => each.check),
    ),
  );
  expect(found.size).toBe(names.length - 1);
});

test.each([
  ['whole app', runOnWhole],
  ['file by file', runOnFiles],
])('the work grows with the app: %s', (_, run) => {
  const [small, large] = [40, 80].map((count) => {
    const app = appOfSections(count);
    return countReadings(app, () => {
      run(app);
    });
  });
  expect(large).toBeLessThan((small ?? 0) * 2.1);
});

test('the work grows with the slots of one layout', () => {
  const [small, large] = [40, 80].map((count) => {
    const slots = Array.from(
      { length: count },
      (_, index) => [`@s${index}/page.tsx`, true] as const,
    );
    const app = appFrom({ 'layout.tsx': true, 'page.tsx': true, ...Object.fromEntries(slots) });
    return countReadings(app, () => {
      runOnWhole(app);
    });
  });
  expect(large).toBeLessThan((small ?? 0) * 2.2);
});

test('all that ask about one tree and one Next share one match', () => {
  const app = appOfSections(1);
  expect(matchesOf(app)).toBe(matchesOf({ tree: app.tree, next: app.next }));
  expect(matchesOf(app)).not.toBe(matchesOf({ ...app, next: { ...app.next, version: '15.5.29' } }));
});
