import { rmSync } from 'node:fs';
import { AppStore, type Freshness } from '@next-slots/core/node';
import { filePath, findSegment } from '@next-slots/core';
import { describe, expect, test } from 'vitest';
import { NextApp } from '../../harness/next-app.js';

const files = {
  'package.json': JSON.stringify({ dependencies: { next: '^15.1.0' } }),
  'app/layout.tsx': true,
  'app/dash/layout.tsx': true,
  'app/dash/@team/page.tsx': true,
  'app/far/page.tsx': true,
} as const;

/** Waits until no folder looks any more as if it were just being written. */
function settle(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
}

function openStore(freshness: Freshness, more: Readonly<Record<string, string | true>> = {}) {
  const app = new NextApp({ ...files, ...more });
  settle();
  const time = { now: 0 };
  const store = new AppStore(freshness, () => (time.now += 1));
  const location = { root: app.root, appDir: app.path('app'), workspace: app.root };
  return {
    app,
    store,
    location,
    time,
    open: (near?: string, settings = {}) => store.open(location, settings, near),
  };
}

describe('one run', () => {
  test('reads each folder once, however often it is asked', () => {
    const { store, location, open } = openStore('run');
    const first = open('dash/layout.tsx');
    for (let count = 0; count < 100; count += 1) expect(open('dash/layout.tsx')).toBe(first);
    expect(store.counts(location).reads).toBe(4);
  });

  test('sees what it changed itself', () => {
    const { app, store, location, open } = openStore('run');
    open();
    app.write('app/dash/@team/default.tsx', true);
    store.changed(location, 'dash/@team');
    const slot = findSegment(open().tree, 'dash/@team')?.segment;
    expect(slot && filePath(slot, 'default')).toBe('dash/@team/default.tsx');
    expect(store.counts(location).reads).toBe(5);
  });
});

describe('told when to look', () => {
  test('sees nothing by itself, around a file for the cost of that, and everything on demand', () => {
    const { app, store, location, open } = openStore('when-notified');
    const before = open();
    app.write('app/dash/@team/default.tsx', true);
    app.write('app/far/default.tsx', true);
    app.write('package.json', JSON.stringify({ dependencies: { next: '^14.2.0' } }));
    expect(open()).toBe(before);

    const { checks } = store.counts(location);
    store.look(location, 'dash/layout.tsx');
    expect(findSegment(open().tree, 'dash/@team')?.segment.files.default).toBe('default.tsx');
    expect(findSegment(open().tree, 'far')?.segment.files.default).toBeUndefined();
    expect(store.counts(location).checks - checks).toBe(3);

    store.expire();
    expect(findSegment(open().tree, 'far')?.segment.files.default).toBe('default.tsx');
    expect(open().next.version).toBe('14.2.35');
  });

  test('forgets apps that are no longer used', () => {
    const { app, store, open } = openStore('when-notified');
    open();
    app.write('app/far/default.tsx', true);
    store.retain(() => false);
    expect(findSegment(open().tree, 'far')?.segment.files.default).toBe('default.tsx');
  });
});

describe('a process that lives on', () => {
  test('sees at once what changes around the file', () => {
    const { app, open, time } = openStore('always-check');
    time.now = 0;
    open('dash/layout.tsx');
    app.write('app/dash/@team/default.tsx', true);
    expect(findSegment(open('dash/layout.tsx').tree, 'dash/@team')?.segment.files.default).toBe(
      'default.tsx',
    );
    rmSync(app.path('app/dash/@team/default.tsx'));
    expect(findSegment(open('dash/layout.tsx').tree, 'dash/@team')?.segment.files).toEqual({
      page: 'page.tsx',
    });
  });

  test('sees the rest after a while', () => {
    const { app, open, time } = openStore('always-check');
    open('dash/layout.tsx');
    app.write('app/far/default.tsx', true);
    time.now += 1000;
    expect(findSegment(open('dash/layout.tsx').tree, 'far')?.segment.files.default).toBe(
      'default.tsx',
    );
  });

  test('reads nothing again while nothing changes', () => {
    const { store, location, open, time } = openStore('always-check');
    const first = open('dash/layout.tsx');
    for (let count = 0; count < 10; count += 1) {
      time.now += 1000;
      expect(open('dash/layout.tsx').tree).toBe(first.tree);
    }
    expect(store.counts(location).reads).toBe(4);
  });
});

describe('the version of Next', () => {
  const version = (more: Readonly<Record<string, string>>, settings = {}) =>
    openStore('run', more).open(undefined, settings).next;

  test('is the installed one', () => {
    const installed = { 'node_modules/next/package.json': '{ "version": "14.2.35" }' };
    expect(version(installed)).toEqual({ version: '14.2.35', bundler: 'webpack' });
  });

  test.each([
    ['^15.1.0', '15.5.29'],
    ['14', '14.2.35'],
    ['~16.0.1', '16.0.11'],
    ['latest', '16.4.6'],
    ['catalog:', '16.4.6'],
  ])('is read off the range %s as %s', (range, expected) => {
    const manifest = { 'package.json': JSON.stringify({ dependencies: { next: range } }) };
    expect(version(manifest).version).toBe(expected);
  });

  test.each([
    ['16', '16.4.6'],
    ['15.5', '15.5.29'],
    ['13.4.7', '13.4.7'],
  ])('is %s of the settings as %s', (nextVersion, expected) => {
    expect(version({}, { nextVersion }).version).toBe(expected);
  });

  test.each([
    ['next build', '16.4.6', 'turbopack'],
    ['next build --webpack', '16.4.6', 'webpack'],
    ['next build', '15.5.29', 'webpack'],
    ['prisma generate && next build --turbopack', '15.5.29', 'turbopack'],
  ])('%s of %s bundles with %s', (build, next, bundler) => {
    const manifest = {
      'package.json': JSON.stringify({ scripts: { build }, dependencies: { next } }),
    };
    expect(version(manifest).bundler).toBe(bundler);
  });
});

test('pageExtensions come from next.config', () => {
  const { open } = openStore('run', {
    'next.config.mjs': "export default { pageExtensions: ['mdx', 'page.tsx'] };",
    'app/dash/page.mdx': '# Dash',
  });
  expect(findSegment(open().tree, 'dash')?.segment.files).toEqual({ page: 'page.mdx' });
});

test('what next.config says about matching reaches the target', () => {
  const { open } = openStore('run', {
    'next.config.mjs': `export default {
      output: 'export',
      deprecated: { looseRouteMatching: true },
      experimental: { explicitParallelRouteChildren: false },
    };`,
  });
  expect(open().next).toMatchObject({
    output: 'export',
    looseRouteMatching: true,
    explicitParallelRouteChildren: false,
  });
});

describe('told what changed', () => {
  test('looks there, above and below, and nowhere else', () => {
    const { app, store, location, open } = openStore('when-notified');
    const team = () => {
      const found = findSegment(open().tree, 'dash/@team/members');
      return found && filePath(found.segment, 'page');
    };
    expect(team()).toBeUndefined();
    app.write('app/dash/@team/members/page.tsx', true);
    store.lookAt(location, ['dash/@team/members']);
    expect(team()).toBe('dash/@team/members/page.tsx');

    rmSync(app.path('app/dash/@team'), { recursive: true });
    store.lookAt(location, ['dash/@team']);
    expect(team()).toBeUndefined();
    // The same folders come back with other files in them.
    app.write('app/dash/@team/members/page.jsx', true);
    store.lookAt(location, ['dash/@team']);
    expect(team()).toBe('dash/@team/members/page.jsx');

    settle();
    store.lookAt(location, ['far/page.tsx']);
    const { checks } = store.counts(location);
    store.lookAt(location, ['far/page.tsx']);
    expect(store.counts(location).checks - checks).toBe(2);
  });

  test('notices a folder that came or went from an event for a file in it alone', () => {
    const { app, store, location, open } = openStore('when-notified');
    expect(findSegment(open().tree, 'dash/new')).toBeUndefined();
    app.write('app/dash/new/deep/page.tsx', true);
    store.lookAt(location, ['dash/new/deep/page.tsx']);
    expect(findSegment(open().tree, 'dash/new/deep')).toBeDefined();

    rmSync(app.path('app/dash/new'), { recursive: true });
    store.lookAt(location, ['dash/new/deep/page.tsx']);
    expect(findSegment(open().tree, 'dash/new')).toBeUndefined();
  });
});
