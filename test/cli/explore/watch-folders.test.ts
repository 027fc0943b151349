import fs, {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolders } from '../../../packages/cli/src/explore/watch-folders.js';

/** A folder that is watched, with what was heard of it. */
function watched(write: (root: string) => void = () => undefined) {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'next-slots-watch-')));
  write(root);
  const heard = new Set<string>();
  const limits: string[] = [];
  const stop = watchFolders(
    root,
    (path) => heard.add(path),
    (code) => limits.push(code),
  );
  onTestFinished(() => {
    stop();
    rmSync(root, { recursive: true, force: true });
  });
  const at = (path: string) => join(root, path);
  const hears = (path: string) => expect.poll(() => [...heard]).toContain(at(path));
  return { at, heard, hears, limits };
}

test('files that are created, changed and deleted are heard of at any depth', async () => {
  const { at, heard, hears } = watched((root) => {
    mkdirSync(join(root, 'a', 'b'), { recursive: true });
    writeFileSync(join(root, 'a', 'page.tsx'), '');
  });
  writeFileSync(at('a/page.tsx'), 'changed');
  await hears('a/page.tsx');
  writeFileSync(at('a/b/page.tsx'), '');
  await hears('a/b/page.tsx');
  heard.clear();
  rmSync(at('a/b/page.tsx'));
  await hears('a/b/page.tsx');
});

test('folders that come later are watched, too', async () => {
  const { at, heard, hears } = watched();
  mkdirSync(at('new/folder'), { recursive: true });
  await hears('new');
  writeFileSync(at('new/folder/page.tsx'), '');
  await hears('new/folder/page.tsx');

  // Another folder of a name that is known.
  renameSync(at('new'), at('old'));
  await hears('old');
  mkdirSync(at('new'));
  heard.clear();
  await expect
    .poll(() => {
      writeFileSync(at('new/page.tsx'), '');
      return [...heard];
    })
    .toContain(at('new/page.tsx'));
  writeFileSync(at('old/folder/other.tsx'), '');
  await hears('old/folder/other.tsx');
});

test('what lies in node_modules is not heard of', async () => {
  const { at, heard, hears } = watched((root) => {
    mkdirSync(join(root, 'node_modules'));
  });
  writeFileSync(at('node_modules/index.js'), '');
  writeFileSync(at('page.tsx'), '');
  await hears('page.tsx');
  expect([...heard].filter((path) => path.includes('node_modules'))).toEqual([]);
});

test.skipIf(process.platform !== 'linux')('a link is followed, but not in circles', async () => {
  const elsewhere = realpathSync.native(mkdtempSync(join(tmpdir(), 'next-slots-linked-')));
  onTestFinished(() => {
    rmSync(elsewhere, { recursive: true });
  });
  const { at, hears } = watched((root) => {
    symlinkSync(elsewhere, join(root, 'linked'));
    symlinkSync(root, join(root, 'circle'));
    symlinkSync('nowhere', join(root, 'broken'));
  });
  writeFileSync(at('linked/page.tsx'), '');
  await hears('linked/page.tsx');
});

test('a limit of the system is reported, and the rest is watched', async () => {
  const { watch } = fs;
  onTestFinished(() => {
    fs.watch = watch;
    syncBuiltinESMExports();
  });
  fs.watch = ((path: string, ...rest: unknown[]) => {
    if (path.endsWith('full')) throw Object.assign(new Error('no'), { code: 'ENOSPC' });
    if (path.endsWith('gone')) throw Object.assign(new Error('no'), { code: 'ENOENT' });
    return (watch as (...given: unknown[]) => fs.FSWatcher)(path, ...rest);
  }) as typeof watch;
  syncBuiltinESMExports();
  const { at, hears, limits } = watched((root) => {
    for (const folder of ['full', 'gone', 'other']) mkdirSync(join(root, folder));
  });
  expect(limits).toEqual(['ENOSPC']);
  writeFileSync(at('other/page.tsx'), '');
  await hears('other/page.tsx');
});
