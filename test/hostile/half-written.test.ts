/** A write that ends in the middle leaves what was there: no half of a file, and the next run goes on. */
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { EslintApp } from '../harness/eslint-app.js';
import { dose } from '../harness/is-night.js';
import { runProcess, type ProcessResult } from '../harness/next-app.js';

/** A layout that the command line edits, and two files that both hosts create. */
const layout = 'app/dash/layout.jsx';
const files = {
  'app/layout.tsx': true,
  'app/page.tsx': true,
  [layout]:
    "/** @param {LayoutProps<'/dush'>} props */\nexport default ({ children, team, other }) => [children, team, other];\n",
  'app/dash/page.tsx': true,
  'app/dash/@team/page.tsx': true,
  'app/dash/@other/page.tsx': true,
} as const;

const created = ['app/dash/@other/default.tsx', 'app/dash/@team/default.tsx'];

type Env = Readonly<Record<string, string>>;

/** What repairs an app. */
const hosts = {
  'the command line': (app: EslintApp, env: Env) => {
    const main = join(inject('packed'), 'next-slots/dist/main.js');
    return runProcess(process.execPath, [main, 'fix', '--yes'], {
      cwd: app.root,
      env: { ...process.env, ...env },
    });
  },
  'eslint --fix': (app: EslintApp, env: Env) =>
    app.eslint(['--fix', 'app'], { env: { ...process.env, ...env } }),
} as const satisfies Record<string, (app: EslintApp, env: Env) => Promise<ProcessResult>>;
const hostNames = Object.keys(hosts) as (keyof typeof hosts)[];

/** Ends the process at the nth call of a function, as a kill or a power cut would. */
const killAt = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [name, count] = process.env.KILL_AT.split(' ');
const half = name === 'halfOfADraft';
const real = fs[half ? 'writeFileSync' : name];
let calls = 0;
fs[half ? 'writeFileSync' : name] = (file, ...rest) => {
  if (!String(file).includes('.next-slots-')) return real(file, ...rest);
  calls += 1;
  if (calls < Number(count)) return real(file, ...rest);
  if (half) real(file, String(rest[0]).slice(0, 10));
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
syncBuiltinESMExports();
`;

const moments = [
  ['while the first file is written beside its place', 'halfOfADraft 1'],
  ['before the first file takes its place', 'linkSync 1'],
  ['between two files', 'halfOfADraft 2'],
  ['before the last file takes its place', 'linkSync 2'],
] as const;

describe.skipIf(process.platform === 'win32').each(hostNames)('%s, killed', (host) => {
  test.concurrent.each(dose(moments, 1))('%s', async (_moment, killed) => {
    const cleanUps: (() => unknown)[] = [];
    const app = new EslintApp('10', files, (cleanUp) => cleanUps.push(cleanUp));
    try {
      app.write('kill-at.mjs', killAt);
      const options = { NODE_OPTIONS: `--import ${app.path('kill-at.mjs')}`, KILL_AT: killed };
      await hosts[host](app, options);
      expectWholeOrAsBefore(app);
      const drafts = () => app.list('app').filter((file) => file.includes('.next-slots-'));
      // Else nothing was killed.
      expect(drafts()).toHaveLength(1);
      await hosts[host](app, {});
      for (const file of created) expect(app.read(file)).toBe(whole);
      expect(drafts()).toEqual([]);
    } finally {
      for (const cleanUp of cleanUps) cleanUp();
    }
  });
});

test('the command line, killed before an edited file takes its place', async () => {
  const app = new EslintApp('10', files);
  app.write('kill-at.mjs', killAt);
  const options = { NODE_OPTIONS: `--import ${app.path('kill-at.mjs')}` };
  for (const moment of ['halfOfADraft 3', 'renameSync 1']) {
    await hosts['the command line'](app, { ...options, KILL_AT: moment });
    expect(app.read(layout)).toBe(files[layout]);
  }
  await hosts['the command line'](app, {});
  expect(app.read(layout)).toContain("LayoutProps<'/dash'>");
  expect(app.list('app').filter((file) => file.includes('.next-slots-'))).toEqual([]);
});

describe.each(dose(hostNames, 1))('%s, on a full disk', (host) => {
  test('creates nothing, says why, and works again when there is space', async ({ skip }) => {
    const app = new EslintApp('10', {});
    if (!mountSmallDisk(app)) skip('Only root may mount a file system, and only on Linux.');
    // ESLint writes the linted file itself, and not as one piece.
    const route = host === 'eslint --fix' ? '/dash' : '/dush';
    for (const [file, text] of Object.entries(files)) {
      app.write(file, text === true ? true : text.replace('/dush', route));
    }
    fill(app.path('app/filler'));
    const before = textsOf(app);

    const { code, stdout, stderr } = await hosts[host](app, {});
    expect(stdout + stderr).toContain('ENOSPC');
    expect(code).toBe(1);
    expect(textsOf(app)).toEqual(before);

    app.remove('app/filler');
    expect((await hosts[host](app, {})).code).toBe(0);
    for (const file of created) expect(app.read(file)).toBe(whole);
    expect(app.read(layout)).toContain("LayoutProps<'/dash'>");
  });
});

/** Mounts a disk of 64 kB as the app directory, where that is allowed. */
function mountSmallDisk(app: EslintApp): boolean {
  app.folder('app');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', app.path('app')], {
      stdio: 'ignore',
    });
  } catch {
    return false;
  }
  onTestFinished(() => {
    execFileSync('umount', [app.path('app')]);
  });
  return true;
}

function fill(file: string): void {
  try {
    for (;;) appendFileSync(file, 'x'.repeat(1024));
  } catch {
    // It is full.
  }
}

function textsOf(app: EslintApp): Readonly<Record<string, string>> {
  return Object.fromEntries(app.list('app').map((file) => [file, app.read(file)]));
}

const whole = 'export default function Default() {\n  return null;\n}\n';

function expectWholeOrAsBefore(app: EslintApp): void {
  for (const file of created) if (app.has(file)) expect(app.read(file)).toBe(whole);
  expect([files[layout], files[layout].replace('dush', 'dash')]).toContain(app.read(layout));
}
