import { chmodSync, mkdirSync } from 'node:fs';
import { repositoryOf } from '@next-slots/core/node';
import { expect, test } from 'vitest';
import { NextApp } from '../../harness/next-app.js';

const find = (app: NextApp, folder: string, current = folder) =>
  repositoryOf(app.path(folder), app.path(current)).slice(app.root.length + 1);

test('the repository of a folder is the nearest with a .git', () => {
  const app = new NextApp({
    'outer/.git/HEAD': '',
    'outer/web/package-lock.json': '{}',
    'outer/web/package.json': '{}',
    'outer/web/app/page.tsx': true,
    'outer/module/.git': 'gitdir: ../.git/modules/module',
    'outer/module/app/page.tsx': true,
  });
  expect(find(app, 'outer/web/app')).toBe('outer');
  expect(find(app, 'outer/module/app')).toBe('outer/module');
});

test('without one it is the nearest with a lockfile or workspaces, at most the current folder', () => {
  const app = new NextApp({
    'a/package.json': '{ "workspaces": ["packages/*"] }',
    'a/packages/web/package.json': '{}',
    'a/packages/web/app/page.tsx': true,
    'b/package.json': '{}',
    'b/pnpm-lock.yaml': '',
    'b/app/page.tsx': true,
    'c/package.json': '{}',
    'c/app/page.tsx': true,
  });
  expect(find(app, 'a/packages/web/app', 'a')).toBe('a');
  expect(find(app, 'a/packages/web/app', '.')).toBe('a');
  expect(find(app, 'a/packages/web/app', 'a/packages/web')).toBe('a/packages/web');
  expect(find(app, 'a/packages/web', 'b')).toBe('a/packages/web');
  expect(find(app, 'b/app', '.')).toBe('b');
  expect(find(app, 'c/app', '.')).toBe('c/app');
});

test('a folder where everybody may put something is none', () => {
  const app = new NextApp({
    'shared/.git/HEAD': '',
    'shared/package.json': '{ "workspaces": ["*"] }',
    'shared/mine/app/page.tsx': true,
  });
  chmodSync(app.path('shared'), 0o1777);
  mkdirSync(app.path('shared/mine'), { recursive: true });
  expect(find(app, 'shared/mine', 'shared')).toBe('shared/mine');
});
