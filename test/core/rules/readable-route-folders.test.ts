import { buildRouteTree, type DirectoryEntry, type DirectoryListing } from '@next-slots/core';
import { expect, test } from 'vitest';
import { appFrom, findingsIn, wordsOf } from '../../harness/findings.js';

const check = 'readable-route-folders';

/** An app whose folders are given one by one; a text is why a folder cannot be read. */
function appWith(folders: Readonly<Record<string, readonly string[] | string>>) {
  const listings = new Map(
    Object.entries(folders).map(([path, names]): [string, DirectoryListing] => [
      path,
      typeof names === 'string'
        ? { entries: [], error: names }
        : { entries: names.map((name) => entry(path, name, folders)) },
    ]),
  );
  const tree = buildRouteTree({
    read: (path) => listings.get(path) ?? { entries: [], error: 'ENOENT' },
  });
  const files = Object.entries(folders).flatMap(([path, names]) =>
    typeof names === 'string'
      ? []
      : names
          .filter((name) => name.includes('.tsx'))
          .map((name) => (path === '' ? name : `${path}/${name}`)),
  );
  return { ...appFrom(Object.fromEntries(files.map((file) => [file, true] as const))), tree };
}

function entry(
  path: string,
  name: string,
  folders: Readonly<Record<string, unknown>>,
): DirectoryEntry {
  const isFolder = Object.hasOwn(folders, path === '' ? name : `${path}/${name}`);
  return { name, kind: isFolder ? 'directory' : 'file' };
}

test('an unreadable folder is one finding, and the rest is still checked', () => {
  const app = appWith({
    '': ['layout.tsx', 'page.tsx', '@a', 'closed'],
    '@a': ['page.tsx'],
    closed: 'EACCES',
  });
  const findings = findingsIn(app, check);
  expect(findings).toMatchObject([{ file: 'layout.tsx', impact: 'build-error', urls: [] }]);
  expect(wordsOf(findings[0])).toContain('/closed` cannot be read (EACCES)');
  expect(findingsIn(app, 'require-slot-default')).toHaveLength(1);
});

test('it is reported at the nearest file around it', () => {
  const app = appWith({
    '': ['layout.tsx', 'dash', 'blog'],
    dash: ['page.tsx', '(g)'],
    'dash/(g)': ['deep'],
    'dash/(g)/deep': 'ELOOP',
    blog: ['[slug]'],
    'blog/[slug]': 'ENOENT',
  });
  const findings = findingsIn(app, check);
  expect(findings.map(({ file, messageId, impact }) => [file, messageId, impact])).toEqual([
    ['dash/page.tsx', 'circle', 'build-error'],
    ['layout.tsx', 'unreadable', 'silent'],
  ]);
});

test('where no folder around it has a file, the first file of the app has to do', () => {
  const app = appWith({
    '': ['a', 'b'],
    a: ['x'],
    'a/x': 'EACCES',
    b: ['page.tsx'],
  });
  expect(findingsIn(app, check)).toMatchObject([{ file: 'b/page.tsx' }]);
});

test('an app directory that cannot be read stands for itself', () => {
  const app = appWith({ '': 'EACCES' });
  const [finding] = findingsIn({ ...app, sources: { ...app.sources, modules: () => [''] } }, check);
  expect(finding).toMatchObject({ file: '', range: { start: { line: 1, column: 1 } } });
  expect(wordsOf(finding)).toContain('The app directory cannot be read (EACCES)');
});

test('if its files can be opened by name, it is reported at the root layout', () => {
  const files = { 'layout.tsx': true, 'page.tsx': true } as const;
  const app = { ...appFrom(files), tree: appWith({ '': 'EACCES' }).tree };
  expect(findingsIn(app, check)).toMatchObject([{ file: 'layout.tsx', segment: '/' }]);
});
