import { mkdirSync, readdirSync, symlinkSync, utimesSync } from 'node:fs';
import { createFile } from '@next-slots/core/node';
import { expect, test } from 'vitest';
import { NextApp } from '../../harness/next-app.js';

const locationOf = (app: NextApp) => ({
  root: app.root,
  appDir: app.path('app'),
  workspace: app.root,
});

const create = (app: NextApp, file: string) =>
  createFile(locationOf(app), app.path('app', file), 'text\n');

test('creates a file and leaves nothing else', () => {
  const app = new NextApp({ 'app/a/page.tsx': true });
  expect(create(app, 'a/default.tsx')).toEqual({ outcome: 'created' });
  expect(app.read('app/a/default.tsx')).toBe('text\n');
  expect(readdirSync(app.path('app/a')).sort()).toEqual(['default.tsx', 'page.tsx']);
});

test('overwrites nothing: a file, a folder, a link that leads nowhere', () => {
  const app = new NextApp({ 'app/a/default.tsx': 'mine' });
  mkdirSync(app.path('app/a/folder.tsx'));
  symlinkSync(app.path('nowhere'), app.path('app/a/link.tsx'));
  for (const name of ['default.tsx', 'folder.tsx', 'link.tsx']) {
    expect(create(app, `a/${name}`)).toEqual({ outcome: 'exists' });
  }
  expect(app.read('app/a/default.tsx')).toBe('mine');
  expect(app.has('nowhere')).toBe(false);
});

test('makes no folder', () => {
  const app = new NextApp({ 'app/page.tsx': true });
  expect(create(app, 'a/default.tsx')).toEqual({ outcome: 'failed', reason: 'ENOENT' });
});

test('creates one folder on request, and no more than one', () => {
  const app = new NextApp({ 'app/page.tsx': true, 'outside/page.tsx': true });
  const make = (file: string) =>
    createFile(locationOf(app), app.path('app', file), 'text\n', { makeFolder: true });
  expect(make('[...rest]/page.tsx')).toEqual({ outcome: 'created' });
  expect(make('[...rest]/page.tsx')).toEqual({ outcome: 'exists' });
  expect(make('default.tsx')).toEqual({ outcome: 'created' });
  expect(make('a/b/page.tsx')).toEqual({ outcome: 'failed', reason: 'ENOENT' });
  symlinkSync(app.path('outside'), app.path('app/@a'));
  expect(make('@a/b/page.tsx')).toMatchObject({ outcome: 'failed' });
  expect(app.list('outside')).toEqual(['outside/page.tsx']);
  expect(app.list('app').sort()).toContain('app/[...rest]/page.tsx');
  expect(app.has('app/a')).toBe(false);
});

test('writes nothing outside the app directory, through whatever link', () => {
  const app = new NextApp({ 'app/page.tsx': true, 'outside/page.tsx': true });
  symlinkSync(app.path('outside'), app.path('app/@a'));
  expect(create(app, '@a/default.tsx')).toMatchObject({ outcome: 'failed' });
  expect(app.list('outside')).toEqual(['outside/page.tsx']);
});

test('clears away what a killed run left, and nothing of a living one', () => {
  const living = `.next-slots-${process.ppid}-00000000`;
  const older = `.next-slots-${process.pid}-11111111`;
  const notes = '.next-slots-999999999-notes.md';
  const app = new NextApp({
    'app/.next-slots-999999999-00000000': 'half',
    [`app/${living}`]: 'half',
    [`app/${older}`]: 'half',
    [`app/${notes}`]: 'text',
  });
  const anHourAgo = Date.now() / 1000 - 3600;
  utimesSync(app.path('app', older), anHourAgo, anHourAgo);
  create(app, 'default.tsx');
  expect(readdirSync(app.path('app')).sort()).toEqual([living, notes, 'default.tsx'].sort());
});
