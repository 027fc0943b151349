import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenSlot, CliApp, cliEntry, only } from '../harness/cli-app.js';
import { runProcess } from '../harness/next-app.js';

const created = 'app/dash/@team/default.tsx';

/** A user whom file permissions bind. */
const nobody = 65534;

describe('fix', () => {
  test('creates what is missing, prints it, and leaves nothing to a second run', async () => {
    const app = new CliApp(brokenSlot);
    const first = await app.cli(['fix']);
    expect(first.stdout).toContain(`created ${created}\n`);
    expect(first.code).toBe(0);
    expect(app.read(created)).toBe('export default function Default() {\n  return null;\n}\n');
    expect((await app.cli(['check'])).code).toBe(0);

    const times = app.list('app').map((file) => statSync(app.path(file)).mtimeMs);
    const second = await app.cli(['fix']);
    expect(second.stdout).toBe('Nothing to fix.\n');
    expect(second.code).toBe(0);
    expect(app.list('app').map((file) => statSync(app.path(file)).mtimeMs)).toEqual(times);
  });

  test('continues if one fix requires another', async () => {
    // The layout that the orphan slot needs makes a level, whose slots are then judged.
    const app = new CliApp({
      'app/layout.tsx': true,
      'app/page.tsx': true,
      'app/a/page.tsx': true,
    });
    app.write('app/a/@x/page.tsx', true);
    expect((await app.cli(['fix', '--preset', 'strict'])).code).toBe(0);
    expect(await app.json(['check', '--preset', 'strict'])).toMatchObject({ findings: [] });
    expect(app.list('app/a')).toContain('app/a/layout.tsx');
  });

  test('makes the folder of a catch-all that closes a modal', async () => {
    const app = new CliApp({
      'app/layout.tsx':
        'export default function Layout({ children, modal }) {\n  return <>{children}{modal}</>;\n}\n',
      'app/page.tsx': true,
      'app/about/page.tsx': true,
      'app/photo/page.tsx': true,
      'app/@modal/default.tsx': true,
      'app/@modal/(.)photo/page.tsx': true,
    });
    const rule = ['--preset', 'strict', ...only('no-lingering-modal')];
    const { stdout } = await app.cli(['fix', ...rule]);
    expect(stdout).toContain('created app/@modal/[...catchAll]/page.tsx\n');
    expect(app.has('app/@modal/page.tsx')).toBe(true);
    expect((await app.cli(['fix', ...rule])).stdout).toBe('Nothing to fix.\n');
  });

  test('edits files, and keeps their bytes around the edit', async () => {
    const app = new CliApp({ ...brokenSlot, [created]: true });
    const error = '\uFEFF// Shown when a team breaks.\r\nexport default function Oops() {}\r\n';
    app.write('app/dash/@team/error.tsx', error);
    const { stdout } = await app.cli(['fix', '--rule', 'require-slot-error=error']);
    expect(stdout).toContain('edited app/dash/@team/error.tsx\n');
    const edited = app.read('app/dash/@team/error.tsx');
    expect(edited).toMatch(/^\uFEFF.*use client/su);
    expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
    expect(edited).toContain('export default function Oops() {}\r\n');
  });

  test('does not ask in a pipe, however many files it writes', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`app/dash/@slot${index}/page.tsx`, true as const]),
    );
    const app = new CliApp({ ...brokenSlot, ...many });
    const { stderr } = await app.cli(['fix', ...only('require-slot-default')]);
    expect(stderr).not.toContain('Write them?');
    expect(app.has('app/dash/@slot29/default.tsx')).toBe(true);
  });

  test('leaves alone what scaffold: false forbids', async () => {
    const app = new CliApp({
      ...brokenSlot,
      'next-slots.config.json':
        '{ "rules": { "require-slot-default": ["error", { "scaffold": false }] } }',
    });
    expect((await app.cli(['fix'])).code).toBe(1);
    expect(app.has(created)).toBe(false);
  });
});

describe('--template', () => {
  test.each([
    ['null', /return null/u],
    ['not-found', /notFound\(\)/u],
    ['mirror', /export \{ default \} from '\.\/page'/u],
    ['my-default.tsx', /my own/u],
  ])('%s', async (template, expected) => {
    const app = new CliApp({ ...brokenSlot, 'my-default.tsx': '// my own\n' });
    await app.cli(['fix', '--template', template]);
    expect(app.read(created).replaceAll('"', "'")).toMatch(expected);
  });

  test('a missing file is reported, and nothing is written', async () => {
    const app = new CliApp(brokenSlot);
    const { code, stderr } = await app.cli(['fix', '--template', 'mirorr']);
    expect(stderr).toContain('mirror');
    expect(code).toBe(2);
    expect(app.has(created)).toBe(false);
  });
});

describe('--dry-run', () => {
  test('prints a diff that Git applies to the same end, and writes nothing', async () => {
    const files = { ...brokenSlot, 'app/dash/@team/error.tsx': 'export default () => null;\n' };
    const app = new CliApp(files);
    const args = ['fix', '--preset', 'strict'];
    const before = app.list('app');
    const { stdout, stderr } = await app.cli([...args, '--dry-run']);
    expect(app.list('app')).toEqual(before);
    expect(app.read('app/dash/@team/error.tsx')).toBe(files['app/dash/@team/error.tsx']);
    expect(stderr).toContain('Nothing was written');

    app.write('fix.patch', stdout);
    execFileSync('git', ['init', '-q'], { cwd: app.root });
    execFileSync('git', ['apply', 'fix.patch'], { cwd: app.root });
    const applied = app.list('app').map((file) => [file, app.read(file)]);

    const other = new CliApp(files);
    await other.cli(args);
    expect(other.list('app').map((file) => [file, other.read(file)])).toEqual(applied);
    expect(applied.length).toBeGreaterThan(before.length);
  });
});

// Windows has neither links for everybody nor read-only folders.
describe.skipIf(process.platform === 'win32')('a file that cannot be written', () => {
  test('is outside the app directory', async () => {
    const app = new CliApp({ ...brokenSlot, 'outside/page.tsx': true });
    symlinkSync(app.path('outside'), app.path('app/dash/@side'));
    const { code, stderr } = await app.cli(['fix', ...only('require-slot-default')]);
    expect(stderr).toMatch(/not written app\/dash\/@side\/default\.tsx: .*outside/u);
    expect(code).toBe(1);
    expect(app.list('outside')).toEqual(['outside/page.tsx']);
    expect(app.has(created)).toBe(true);
  });

  test('is in a read-only folder', async () => {
    const app = new CliApp(brokenSlot);
    chmodSync(app.root, 0o755);
    chmodSync(app.path('app/dash/@team'), 0o555);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(app.path('app'), nobody, nobody);
    const { code, stderr } = await app.cliAlone(
      ['fix'],
      isRoot ? { uid: nobody, gid: nobody } : {},
    );
    chmodSync(app.path('app/dash/@team'), 0o755);
    expect(stderr).toContain(`not written ${created}: EACCES`);
    expect(code).toBe(1);
  });

  test('is a broken link', async () => {
    const app = new CliApp(brokenSlot);
    symlinkSync(app.path('elsewhere.tsx'), app.path(created));
    expect((await app.cli(['fix'])).code).toBe(1);
    expect(app.has('elsewhere.tsx')).toBe(false);
  });
});

test('drafts of a killed run are removed', async () => {
  // No process has this number: it is beyond what systems give.
  const draft = 'app/dash/@team/.next-slots-4194399-00000000';
  const app = new CliApp({ ...brokenSlot, [created]: true, [draft]: 'half' });
  await app.cli(['fix']);
  expect(app.has(draft)).toBe(false);
});

/** More missing files than a person would want to see change unasked. */
const manyBroken = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => `dash-${String(index)}`).flatMap((name) =>
    Object.entries(brokenSlot).map(([file, text]) => [file.replace('dash', name), text] as const),
  ),
);

const defaults = (app: CliApp) =>
  app.list('app').filter((file) => file.endsWith('@team/default.tsx'));

// The `script` of util-linux gives a program a terminal.
test.skipIf(process.platform !== 'linux')('a terminal is asked before many files', async () => {
  const app = new CliApp(manyBroken);
  const answered = (answer: string) =>
    runProcess('script', ['-qec', `'${process.execPath}' '${cliEntry()}' fix`, '/dev/null'], {
      cwd: app.root,
      input: `${answer}\n`,
    });
  const refused = await answered('n');
  expect(refused.stdout).toContain('40 files to create, 0 to edit. Write them? [y/N]');
  expect(refused.stdout).toContain('Nothing was changed.');
  expect(refused.code).toBe(1);
  expect(defaults(app)).toEqual([]);
  expect((await answered('y')).code).toBe(0);
  expect(defaults(app)).toHaveLength(40);
});

test('a run that is killed between two files is run again', async () => {
  const app = new CliApp(manyBroken);
  const child = spawn(process.execPath, [cliEntry(), 'fix', '--yes'], { cwd: app.root });
  // What is printed first says that the first file stands.
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  const whole = 'export default function Default() {\n  return null;\n}\n';
  for (const file of defaults(app)) expect(app.read(file)).toBe(whole);
  expect((await app.cli(['fix', '--yes'])).code).toBe(0);
  expect(defaults(app)).toHaveLength(40);
  expect(app.list('app').filter((file) => file.includes('.next-slots-'))).toEqual([]);
});
