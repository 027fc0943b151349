import { chmodSync, chownSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { editFile } from '@next-slots/core/node';
import { expect, inject, test } from 'vitest';
import { NextApp, runProcess } from '../../harness/next-app.js';

const locationOf = (app: NextApp) => ({
  root: app.root,
  appDir: app.path('app'),
  workspace: app.root,
});

/** A user whom file permissions bind. */
const nobody = 65534;

const insert = (at: number, text: string) => ({ range: { start: at, end: at }, text });

test('edits a file, and keeps its mode, byte order mark and line endings', () => {
  const app = new NextApp({ 'app/layout.tsx': '\uFEFFone\r\ntwo\r\n' });
  const file = app.path('app/layout.tsx');
  chmodSync(file, 0o640);
  expect(editFile(locationOf(app), file, 'one\r\ntwo\r\n', [insert(5, 'more\n')])).toEqual({
    outcome: 'edited',
  });
  expect(readFileSync(file, 'utf8')).toBe('\uFEFFone\r\nmore\r\ntwo\r\n');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(app.list('app')).toEqual(['app/layout.tsx']);
});

test('rejects a file that changed since it was read', () => {
  const app = new NextApp({ 'app/layout.tsx': 'new' });
  const file = app.path('app/layout.tsx');
  expect(editFile(locationOf(app), file, 'old', [insert(0, 'x')])).toEqual({ outcome: 'stale' });
  expect(app.read('app/layout.tsx')).toBe('new');
});

test('rejects text that is not UTF-8', () => {
  const app = new NextApp({ 'app/layout.tsx': '' });
  const file = app.path('app/layout.tsx');
  const bytes = Buffer.from([0x61, 0xff, 0x62]);
  writeFileSync(file, bytes);
  expect(editFile(locationOf(app), file, bytes.toString(), [insert(0, 'x')])).toEqual({
    outcome: 'stale',
  });
  expect(readFileSync(file)).toEqual(bytes);
});

test('leaves a file alone that no edit changes', () => {
  const app = new NextApp({ 'app/layout.tsx': 'same' });
  const file = app.path('app/layout.tsx');
  const before = statSync(file).ino;
  expect(
    editFile(locationOf(app), file, 'same', [{ range: { start: 0, end: 4 }, text: 'same' }]),
  ).toEqual({ outcome: 'unchanged' });
  expect(statSync(file).ino).toBe(before);
});

test('follows a link inside the app directory, and none that leads out of it', () => {
  const app = new NextApp({ 'app/real.tsx': 'a', 'outside.tsx': 'a' });
  symlinkSync(app.path('app/real.tsx'), app.path('app/layout.tsx'));
  symlinkSync(app.path('outside.tsx'), app.path('app/page.tsx'));
  const edit = (name: string) =>
    editFile(locationOf(app), app.path('app', name), 'a', [insert(1, 'b')]);
  expect(edit('layout.tsx')).toEqual({ outcome: 'edited' });
  expect(app.read('app/real.tsx')).toBe('ab');
  expect(edit('page.tsx')).toMatchObject({ outcome: 'failed' });
  expect(app.read('outside.tsx')).toBe('a');
});

// Windows has no owners of files in this sense.
test.skipIf(process.platform === 'win32')('leaves a read-only file alone', async () => {
  const app = new NextApp({ 'app/layout.tsx': 'a' });
  const file = app.path('app/layout.tsx');
  chmodSync(app.root, 0o755);
  chmodSync(file, 0o444);
  const core = pathToFileURL(join(inject('packed'), '@next-slots/core/dist/node/index.js')).href;
  // Root may write everything, so another user tries.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(app.path('app'), nobody, nobody);
  const { stdout } = await runProcess(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { editFile } from ${JSON.stringify(core)};
      console.log(JSON.stringify(editFile(...${JSON.stringify([locationOf(app), file, 'a', [insert(1, 'b')]])})));`,
    ],
    { cwd: '/', ...(isRoot && { uid: nobody, gid: nobody }) },
  );
  expect(JSON.parse(stdout)).toEqual({ outcome: 'failed', reason: 'EACCES' });
  expect(app.read('app/layout.tsx')).toBe('a');
});

test('says why a file cannot be edited, and leaves nothing behind', () => {
  const app = new NextApp({ 'app/page.tsx': 'a' });
  expect(editFile(locationOf(app), app.path('app/layout.tsx'), '', [])).toEqual({
    outcome: 'failed',
    reason: 'ENOENT',
  });
  const file = app.path('app/page.tsx');
  expect(editFile(locationOf(app), file, 'a', [insert(7, 'b')])).toMatchObject({
    outcome: 'failed',
  });
  expect(app.list('app')).toEqual(['app/page.tsx']);
});
