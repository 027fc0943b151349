import { mkdtempSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openApps } from '../../../packages/cli/src/apps/open-apps.js';
import { LiveApp } from '../../../packages/cli/src/explore/live-app.js';
import { silent } from '../../../packages/cli/src/terminal/progress.js';

const component = 'export default function Component(props) {\n  return props.children;\n}\n';

const target = { version: '16.4.6', bundler: 'turbopack' } as const;

/** An app that is shown, and how to write into it. */
async function live(files: readonly string[]) {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'next-slots-live-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const write = (file: string, text = component) => {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  write('package.json', '{ "dependencies": { "next": "16.4.6" } }');
  for (const file of files) write(file);
  const { apps } = await openApps([root], {}, silent);
  const [opened] = apps;
  if (!opened) throw new Error('There is no app.');
  const app = new LiveApp(opened, 'app', undefined);
  return { app, write, reads: () => opened.known.disk.counts.reads };
}

const files = ['app/layout.tsx', 'app/page.tsx', 'app/a/page.tsx', 'app/b/c/page.tsx'];

test('each folder is read once, and one that changed once more', async () => {
  const { app, write, reads } = await live(files);
  expect(app.shown).toMatchObject({ findings: [], unrendered: [] });
  expect(reads()).toBe(4);

  const change = app.look([dirname(write('app/new/page.tsx'))]);
  expect(change).toEqual({ name: 'app', added: ['new/page.tsx'] });
  expect(reads()).toBe(6);
});

test('the checks run when they are asked for, and again after a change', async () => {
  const { app, write } = await live(files);
  expect(await app.check()).toHaveProperty('findings');
  expect((await app.findings(target)).findings).toEqual([]);
  expect(await app.check()).toBeUndefined();

  app.look([dirname(write('app/@team/page.tsx'))]);
  const change = await app.check();
  expect(change?.unrendered).toEqual([{ owner: '', slot: '@team' }]);
  expect((await app.findings(target)).findings.map(({ slot }) => slot)).toContain('@team');
});

test('a change does not wait for the checks, and they begin again', async () => {
  const { app, write } = await live(files);
  const overtaken = app.check();
  const found = app.findings(target);
  app.look([dirname(write('app/@team/page.tsx'))]);
  expect((await found).findings.map(({ slot }) => slot)).toContain('@team');
  expect(await overtaken).toBeUndefined();
});

test('files of the pages directory are known before and after a change', async () => {
  const { app, write } = await live([...files, 'pages/a.tsx']);
  const pages = () => app.shown.pagesRouter;
  expect(pages()).toEqual([['/a', '../pages/a.tsx']]);
  app.look([dirname(write('app/new/page.tsx'))]);
  await app.check();
  expect((await app.findings(target)).findings.map(({ check }) => check)).toContain(
    'no-unreachable-page',
  );
});
