import {
  buildRouteTree,
  filePath,
  findNearestSegment,
  findSegment,
  walkSegments,
  type DirectoryListing,
} from '@next-slots/core';
import { expect, test } from 'vitest';
import { treeFromFiles } from '../../harness/tree-from-files.js';

const paths = (files: readonly string[]) =>
  [...walkSegments(treeFromFiles(files))].map(({ segment }) => segment.path);

test('reads convention files, slots and folders, and leaves out private folders', () => {
  const tree = treeFromFiles([
    'layout.tsx',
    'page.js',
    'page.module.css',
    'page.test.tsx',
    '@team/page.tsx',
    '@children/page.tsx',
    '_lib/page.tsx',
    'dash/page.tsx',
  ]);
  expect(tree.root.files).toEqual({ layout: 'layout.tsx', page: 'page.js' });
  expect(tree.root.slots.map(({ path }) => path)).toEqual(['@team']);
  expect(tree.root.folders.map(({ path }) => path)).toEqual(['@children', '@team', 'dash']);
});

test('says which names miss a convention by their letter case only', () => {
  const tree = treeFromFiles(['Page.tsx', 'default.TSX', 'pages.tsx']);
  expect(tree.root.files).toEqual({});
  expect(tree.root.misspelled).toEqual(['Page.tsx', 'default.TSX']);
});

test('prefers the first page extension, as Next does', () => {
  expect(treeFromFiles(['page.js', 'page.tsx']).root.files.page).toBe('page.tsx');
});

test('follows pageExtensions of several parts', () => {
  const tree = treeFromFiles(['page.tsx', 'default.page.tsx', 'page.mdx'], ['page.tsx', 'mdx']);
  expect(tree.root.files).toEqual({ default: 'default.page.tsx', page: 'page.mdx' });
});

test('walks in the same order whatever order the disk gives', () => {
  const files = ['b/page.tsx', 'a/page.tsx', '@z/page.tsx', 'a/c/page.tsx'];
  expect(paths(files)).toEqual(['', '@z', 'a', 'a/c', 'b']);
  expect(paths([...files].reverse())).toEqual(paths(files));
});

test('finds segments, and the nearest one to a private folder', () => {
  const tree = treeFromFiles(['a/b/page.tsx', 'a/_lib/x.ts']);
  expect(findSegment(tree, 'a/b')?.ancestors.map(({ path }) => path)).toEqual(['', 'a']);
  expect(findSegment(tree, 'a/_lib')).toBeUndefined();
  expect(findNearestSegment(tree, 'a/_lib/deep').segment.path).toBe('a');
});

test('keeps the segments of unchanged folders', () => {
  const entries = (...names: string[]) =>
    names.map((name) => ({
      name,
      kind: name.includes('.') ? ('file' as const) : ('directory' as const),
    }));
  const listings = new Map<string, DirectoryListing>([
    ['', { entries: entries('a', 'b', 'page.tsx') }],
    ['a', { entries: entries('page.tsx') }],
    ['b', { entries: entries('page.tsx') }],
  ]);
  const reader = { read: (path: string) => listings.get(path) ?? { entries: [] } };
  const first = buildRouteTree(reader);
  expect(buildRouteTree(reader, undefined, first)).toBe(first);

  listings.set('a', { entries: entries('button.tsx', 'page.tsx') });
  expect(buildRouteTree(reader, undefined, first)).toBe(first);

  listings.set('a', { entries: entries('page.tsx', 'default.tsx') });
  const second = buildRouteTree(reader, undefined, first);
  expect(second).not.toBe(first);
  expect(findSegment(second, 'b')?.segment).toBe(findSegment(first, 'b')?.segment);
  const changed = findSegment(second, 'a')?.segment;
  expect(changed && filePath(changed, 'default')).toBe('a/default.tsx');
});

test('ends where a reader goes in circles, as in what is too deep', () => {
  const tree = buildRouteTree({ read: () => ({ entries: [{ name: 'a', kind: 'directory' }] }) });
  let deepest = tree.root;
  for (let next = deepest.folders[0]; next; next = next.folders[0]) deepest = next;
  expect(deepest.error).toBe('ENAMETOOLONG');
});
