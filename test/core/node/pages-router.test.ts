import { matchesOf } from '@next-slots/core';
import { AppStore } from '@next-slots/core/node';
import { expect, test } from 'vitest';
import { NextApp } from '../../harness/next-app.js';

const files = {
  'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
  'app/layout.tsx': true,
  'app/page.tsx': true,
  'app/@a/default.tsx': true,
  'app/@a/x/page.tsx': true,
  'app/(g)/y/page.tsx': true,
  'app/z/[id]/page.tsx': true,
} as const;

function conflictsOf(more: Readonly<Record<string, true>>) {
  const app = new NextApp({ ...files, ...more });
  const location = { root: app.root, appDir: app.path('app'), workspace: app.root };
  const { conflicts } = matchesOf(new AppStore('run').open(location, {}));
  return conflicts.filter(({ kind }) => kind === 'pages-router').map((each) => each.files);
}

test('a page of the app directory beside a file of the pages directory with its URL', () => {
  expect(conflictsOf({ 'pages/x.tsx': true })).toEqual([['../pages/x.tsx', '@a/x/page.tsx']]);
  expect(conflictsOf({ 'pages/y/index.tsx': true })).toEqual([
    ['(g)/y/page.tsx', '../pages/y/index.tsx'],
  ]);
  expect(conflictsOf({ 'pages/index.tsx': true })).toEqual([['../pages/index.tsx', 'page.tsx']]);
  expect(conflictsOf({ 'pages/z/[id].tsx': true })).toHaveLength(1);
});

test('files of the pages directory without that URL are no conflict', () => {
  expect(conflictsOf({})).toEqual([]);
  expect(conflictsOf({ 'pages/_app.tsx': true, 'pages/w.tsx': true, 'pages/x.css': true })).toEqual(
    [],
  );
});

test('the store notices a file that is added to the pages directory', () => {
  const app = new NextApp(files);
  const location = { root: app.root, appDir: app.path('app'), workspace: app.root };
  const store = new AppStore('when-notified');
  const before = store.open(location, {});
  store.expire();
  expect(store.open(location, {})).toBe(before);
  app.write('pages/x.tsx', '');
  store.expire();
  expect(matchesOf(store.open(location, {})).conflicts).toHaveLength(1);
});
