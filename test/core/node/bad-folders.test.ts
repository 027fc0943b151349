/** Whatever stands on disk, an app opens, each trouble is told once and the rest is checked. */
import { configureChecks, runChecks, walkSegments, type ReportedFinding } from '@next-slots/core';
import { AppStore, findAppsBelow, modulesBelow, type AppLocation } from '@next-slots/core/node';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NextApp } from '../../harness/next-app.js';

/** What the checks have to say whatever else is wrong: `@team` lacks its default. */
const sound = {
  'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
  'app/layout.tsx': true,
  'app/dash/layout.tsx': true,
  'app/dash/page.tsx': true,
  'app/dash/settings/page.tsx': true,
  'app/dash/@team/page.tsx': true,
} as const;

const locationOf = (app: NextApp): AppLocation => ({
  root: app.root,
  appDir: app.path('app'),
  workspace: app.root,
});

/** Opens an app afresh and in a store that has it open. */
function findingsIn(location: AppLocation, store = new AppStore('when-notified')) {
  store.expire();
  const { tree, next, folders } = store.open(location, {});
  const sources = { text: () => undefined, facts: () => undefined, template: () => undefined };
  const configured = configureChecks({ preset: 'strict' });
  if (!configured.ok) throw new Error(configured.problems.join('\n'));
  return {
    tree,
    folders,
    findings: runChecks({ tree, next, settings: {}, sources }, configured.value),
  };
}

const troublesOf = (findings: readonly ReportedFinding[]) =>
  findings
    .filter(({ check }) => check === 'readable-route-folders')
    .map(({ file, message, impact }) => ({ file, message, impact }));

function expectRestChecked(findings: readonly ReportedFinding[]): void {
  const slots = findings.filter(({ check }) => check === 'require-slot-default');
  expect(slots.map(({ file, slot, urls }) => [file, slot, urls])).toEqual([
    ['dash/layout.tsx', '@team', ['/dash/settings']],
  ]);
}

/** Runs as somebody whom permissions hold back: they do not hold back root. */
function asNobody<T>(run: () => T): T {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

test.skipIf(process.platform === 'win32')('folders that nobody may read', () => {
  const app = new NextApp({
    ...sound,
    'app/closed/page.tsx': true,
    'app/dash/settings/closed/deep/page.tsx': true,
  });
  chmodSync(app.root, 0o755);
  chmodSync(app.path('app/closed'), 0);
  chmodSync(app.path('app/dash/settings/closed'), 0);
  const { findings } = asNobody(() => findingsIn(locationOf(app)));
  expect(troublesOf(findings)).toMatchObject([
    { file: 'dash/settings/page.tsx', impact: 'build-error' },
    { file: 'layout.tsx', impact: 'build-error' },
  ]);
  expectRestChecked(findings);

  chmodSync(app.path('app'), 0o311);
  const [finding, ...more] = asNobody(() => findingsIn(locationOf(app)).findings);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ check: 'readable-route-folders', file: '', segment: '/' });
});

test('links that lead in circles', () => {
  const app = new NextApp(sound);
  symlinkSync('.', app.path('app/here'));
  symlinkSync('..', app.path('app/dash/up'));
  symlinkSync('self', app.path('app/dash/settings/self'));
  symlinkSync('default.tsx', app.path('app/dash/settings/default.tsx'));
  symlinkSync('nowhere', app.path('app/dangling'));
  symlinkSync('.', app.path('app/_private'));
  const store = new AppStore('when-notified');
  const first = findingsIn(locationOf(app), store);
  expect(troublesOf(first.findings).map(({ file, message }) => [file, message])).toEqual([
    ['dash/layout.tsx', expect.stringContaining('The folder `/dash/up` links back')],
    ['dash/settings/page.tsx', expect.stringContaining('The folder `/dash/settings/self` links')],
    ['layout.tsx', expect.stringContaining('The folder `/here` links back')],
  ]);
  expectRestChecked(first.findings);
  expect(findingsIn(locationOf(app), store).tree).toBe(first.tree);
});

test('links to folders that lie elsewhere are folders', () => {
  const app = new NextApp({ ...sound, 'shared/page.tsx': true, 'shared/more/page.tsx': true });
  symlinkSync(app.path('shared'), app.path('app/linked'));
  const { tree, findings } = findingsIn(locationOf(app));
  expect(Array.from(walkSegments(tree), ({ segment }) => segment.path)).toContain('linked/more');
  expect(troublesOf(findings)).toEqual([]);
});

test('links to more folders than anybody could read', () => {
  const app = new NextApp({ ...sound, 'shared/page.tsx': true });
  // Sixty folders with two links each: 2 ** 60 ways down, and no circle.
  for (let level = 0; level < 60; level += 1) {
    for (const side of ['left', 'right']) {
      app.folder(`chain/${level}`);
      symlinkSync(`../${level + 1}`, app.path('chain', String(level), side));
    }
  }
  app.folder('chain/60');
  symlinkSync(app.path('shared'), app.path('app/a-few'));
  symlinkSync(app.path('chain/0'), app.path('app/dash/many'));
  symlinkSync(app.path('chain/0'), app.path('app/dash/_private'));
  const store = new AppStore('when-notified');
  const first = findingsIn(locationOf(app), store);
  expect(troublesOf(first.findings)).toMatchObject([{ file: 'dash/layout.tsx', impact: 'silent' }]);
  expect(troublesOf(first.findings)[0]?.message).toContain(
    'The folder `/dash/many` is a symbolic link',
  );
  expectRestChecked(first.findings);
  expect(Array.from(walkSegments(first.tree), ({ segment }) => segment.path)).toContain('a-few');
  const { reads } = store.counts(locationOf(app));
  expect(reads).toBeLessThan(21_000);
  expect([...modulesBelow(first.folders)].length).toBeGreaterThan(0);
  expect(store.counts(locationOf(app)).reads).toBe(reads);
  expect(findingsIn(locationOf(app), store).tree).toBe(first.tree);

  rmSync(app.path('app/dash/many'));
  symlinkSync(app.path('chain/55'), app.path('app/dash/many'));
  const second = findingsIn(locationOf(app), store);
  expect(troublesOf(second.findings)).toEqual([]);
});

test.skipIf(process.platform === 'win32')('an app directory that is a link to all there is', () => {
  const app = new NextApp({ 'package.json': sound['package.json'] });
  symlinkSync('/', app.path('app'));
  const { findings } = findingsIn(locationOf(app));
  expect(troublesOf(findings)).toEqual([
    {
      file: '',
      impact: 'silent',
      message: expect.stringContaining(
        'The app directory is a symbolic link to too many files',
      ) as string,
    },
  ]);
});

test('folders deeper than any route', () => {
  const app = new NextApp(sound);
  app.folder(['app/dash/settings', ...Array.from({ length: 450 }, () => 'd')].join('/'));
  const { findings } = findingsIn(locationOf(app));
  expect(troublesOf(findings).map(({ message }) => message)).toEqual([
    expect.stringContaining('cannot be read (ENAMETOOLONG)'),
  ]);
  expectRestChecked(findings);
});

test('an app directory that is a link is one, and one that leads to itself is none', () => {
  const linked = new NextApp({ 'elsewhere/layout.tsx': true, 'elsewhere/page.tsx': true });
  symlinkSync('elsewhere', linked.path('app'));
  expect(findAppsBelow(linked.root, {})).toEqual([locationOf(linked)]);

  const circular = new NextApp({ 'package.json': sound['package.json'] });
  symlinkSync('app', circular.path('app'));
  expect(findAppsBelow(circular.root, {})).toEqual([]);
  expect(findAppsBelow(circular.root, { appDir: 'app' })).toEqual([]);
  expect(findingsIn(locationOf(circular)).findings).toMatchObject([{ file: '' }]);
});

test('things that are not what their names say', () => {
  const app = new NextApp({
    ...sound,
    'app/dash/@stats': 'a file',
    'app/blog/page.tsx/page.tsx': true,
    'app/(shop)': 'a file',
  });
  if (process.platform !== 'win32') execFileSync('mkfifo', [app.path('app/dash/@team/layout.tsx')]);
  const { tree, findings } = findingsIn(locationOf(app));
  expect(Array.from(walkSegments(tree), ({ segment }) => segment.path)).not.toContain(
    'dash/@stats',
  );
  expect(troublesOf(findings)).toEqual([]);
  expectRestChecked(findings);

  const file = new NextApp({ 'package.json': sound['package.json'], app: 'a file' });
  expect(findAppsBelow(file.root, {})).toEqual([]);
  expect(findingsIn(locationOf(file)).findings).toMatchObject([{ file: '' }]);
});

test.skipIf(process.platform !== 'linux')('names that are not UTF-8', () => {
  const app = new NextApp(sound);
  const name = (text: string) => Buffer.from(app.path('app', text), 'latin1');
  mkdirSync(name('dash/@te\u00ffam'));
  writeFileSync(name('dash/@te\u00ffam/page.tsx'), '');
  writeFileSync(name('dash/p\u00ffge.tsx'), '');
  const { findings } = findingsIn(locationOf(app));
  const [trouble, ...more] = troublesOf(findings);
  expect(trouble).toMatchObject({ file: 'dash/layout.tsx', impact: 'silent' });
  expect(trouble?.message).toContain('/dash/@te\ufffdam` cannot be read (ENOENT)');
  expect(more).toEqual([]);
  expectRestChecked(findings);
});

test('folders that go and come between two readings', () => {
  const app = new NextApp(sound);
  const store = new AppStore('when-notified');
  const before = findingsIn(locationOf(app), store);
  expectRestChecked(before.findings);
  renameSync(app.path('app/dash'), app.path('dash'));
  expect(findingsIn(locationOf(app), store).findings).toEqual([]);
  rmSync(app.path('app'), { recursive: true });
  // Where there is no app directory there is no app.
  expect(findingsIn(locationOf(app), store).findings).toEqual([]);
  app.folder('app');
  app.write('app/layout.tsx', true);
  renameSync(app.path('dash'), app.path('app/dash'));
  expectRestChecked(findingsIn(locationOf(app), store).findings);
});
