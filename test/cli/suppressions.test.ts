import { describe, expect, test } from 'vitest';
import { brokenSlot, CliApp, only } from '../harness/cli-app.js';

const onlySlotDefault = only('require-slot-default');
const one = ['check', ...onlySlotDefault];

interface Printed {
  readonly findings: readonly { readonly check: string; readonly file: string }[];
}

/** The checks and files of what is found. */
async function found(app: CliApp, args: readonly string[]): Promise<readonly string[]> {
  const { findings } = (await app.json(args)) as Printed;
  return findings.map(({ check, file }) => `${check} ${file}`);
}

/** Two layouts that each lack a default. */
const two = {
  ...brokenSlot,
  'app/(shop)/[id]/layout.tsx': brokenSlot['app/dash/layout.tsx'],
  'app/(shop)/[id]/page.tsx': true,
  'app/(shop)/[id]/@team/page.tsx': true,
} as const;
const inDash = 'require-slot-default app/dash/layout.tsx';
const inShop = 'require-slot-default app/(shop)/[id]/layout.tsx';

describe('comments', () => {
  const suppressed = (comment: string) => ({
    ...brokenSlot,
    'app/dash/layout.tsx': `${comment}\n${brokenSlot['app/dash/layout.tsx']}`,
  });

  test.each([
    ['/* eslint-disable next-slots/require-slot-default -- later */'],
    ['// eslint-disable-next-line next-slots/require-slot-default'],
    ['// next-slots-disable-next-line'],
  ])('%s: check reports nothing and fix writes nothing', async (comment) => {
    const app = new CliApp(suppressed(comment));
    expect(await found(app, one)).toEqual([]);
    const { stdout } = await app.cli(['fix', ...onlySlotDefault]);
    expect(stdout).toContain('Nothing to fix.');
    expect(app.has('app/dash/@team/default.tsx')).toBe(false);
  });

  test('one that names another rule changes nothing', async () => {
    const app = new CliApp(suppressed('/* eslint-disable next-slots/valid-slot-name */'));
    expect(await found(app, one)).toEqual([inDash]);
    expect(await found(app, [...one, '--report-unused-disable-directives'])).toEqual([
      'unused-disable-directive app/dash/layout.tsx',
      inDash,
    ]);
  });

  test('one that is used is not reported as unused', async () => {
    const app = new CliApp({
      ...suppressed('/* next-slots-disable require-slot-default */'),
      'app/page.tsx': 'export default () => <p>{/* eslint-disable no-undef */}</p>;\n',
    });
    const { code } = await app.cli([...one, '--report-unused-disable-directives']);
    expect(code).toBe(0);
  });
});

describe('the baseline', () => {
  const file = 'next-slots-suppressions.json';

  test('old errors pass, new ones fail, and fixed ones are reported', async () => {
    const app = new CliApp(two);
    expect((await app.cli([...one, '--suppress-all'])).code).toBe(0);
    expect(JSON.parse(app.read(file))).toEqual({
      'app/(shop)/[id]/layout.tsx': { 'require-slot-default': { count: 1 } },
      'app/dash/layout.tsx': { 'require-slot-default': { count: 1 } },
    });
    expect(await app.cli(one)).toMatchObject({ code: 0, stderr: '' });

    app.write('app/new/layout.tsx', brokenSlot['app/dash/layout.tsx']);
    app.write('app/new/page.tsx', 'export default () => null;\n');
    app.write('app/new/@team/page.tsx', 'export default () => null;\n');
    expect(await found(app, one)).toEqual(['require-slot-default app/new/layout.tsx']);

    await app.cli(['fix', ...onlySlotDefault, 'app/dash', 'app/new']);
    const unused = await app.cli(one);
    expect(unused.code).toBe(2);
    expect(unused.stderr).toContain('--prune-suppressions');
    expect((await app.cli([...one, '--pass-on-unpruned-suppressions'])).code).toBe(0);
    expect((await app.cli([...one, '--prune-suppressions'])).code).toBe(0);
    expect(Object.keys(JSON.parse(app.read(file)) as object)).toEqual([
      'app/(shop)/[id]/layout.tsx',
    ]);
    expect((await app.cli(one)).code).toBe(0);
  });

  test('more errors of a rule in a file than accepted are all reported', async () => {
    const app = new CliApp(brokenSlot);
    await app.cli([...one, '--suppress-all']);
    app.write(
      'app/dash/layout.tsx',
      'export default function Layout({ children, team, more }) {\n  return [children, team, more];\n}\n',
    );
    app.write('app/dash/@more/page.tsx', 'export default () => null;\n');
    expect(await found(app, one)).toEqual([inDash, inDash]);
  });

  test('--suppress-rule accepts one rule, in a file that can be named', async () => {
    const app = new CliApp({ ...two, 'ci/readme.md': '' });
    const args = ['--suppress-rule', 'require-slot-default', '--suppressions-location', 'ci/'];
    await app.cli(['check', ...args, 'app/dash']);
    expect(JSON.parse(app.read(`ci/${file}`))).toEqual({
      'app/dash/layout.tsx': { 'require-slot-default': { count: 1 } },
    });
    expect(await found(app, [...one, '--suppressions-location', 'ci'])).toEqual([inShop]);
  });

  test('a run over some files keeps the suppressions of others', async () => {
    const app = new CliApp(two);
    await app.cli([...one, '--suppress-all']);
    app.write('app/dash/@team/default.tsx', 'export default () => null;\n');
    expect((await app.cli([...one, 'app/dash/page.tsx'])).code).toBe(0);
    expect((await app.cli([...one, 'app/dash/layout.tsx'])).code).toBe(2);
  });

  test.each([
    ['two flags', ['--suppress-all', '--prune-suppressions'], 'cannot be used together'],
    ['an unknown rule', ['--suppress-rule', 'require-slot-defaults'], '"require-slot-default"'],
    ['a file that is not there', ['--suppressions-location', 'gone.json'], '--suppress-all'],
    ['a file of something else', [], 'is invalid'],
  ])('%s is wrong usage', async (name, args, words) => {
    const app = new CliApp({ ...brokenSlot, ...(name.includes('else') && { [file]: '[]' }) });
    const { code, stderr } = await app.cli([...one, ...args]);
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  });
});

describe('ignore', () => {
  const rule = (ignore: unknown) => ({ rules: { 'require-slot-default': ['error', { ignore }] } });

  test.each([
    ['a folder', { ignore: ['app/dash'] }, [inShop]],
    ['a glob', { ignore: ['**/layout.tsx'] }, []],
    ['names of groups and parameters as they are', { ignore: ['app/(shop)/[id]/**'] }, [inDash]],
    ['one rule', rule(['app/dash/**']), [inShop]],
    [
      'another rule',
      { rules: { 'valid-slot-name': ['error', { ignore: ['**'] }] } },
      [inShop, inDash],
    ],
  ])('%s', async (_, config, expected) => {
    const app = new CliApp({ ...two, 'next-slots.config.json': JSON.stringify(config) });
    const findings = await found(app, ['check']);
    expect(findings.filter((each) => each.startsWith('require-slot-default'))).toEqual(expected);
  });

  test('ignored files are not fixed, and other options still apply', async () => {
    const app = new CliApp({
      ...two,
      'next-slots.config.json': JSON.stringify({
        rules: {
          'require-slot-default': ['error', { template: 'not-found', ignore: ['app/dash'] }],
        },
      }),
    });
    await app.cli(['fix']);
    expect(app.has('app/dash/@team/default.tsx')).toBe(false);
    expect(app.read('app/(shop)/[id]/@team/default.tsx')).toContain('notFound()');
  });

  test('globs are relative to the configuration, also of an app further down', async () => {
    const app = new CliApp({
      'package.json': '{ "workspaces": ["apps/*"] }',
      'next-slots.config.json': '{ "ignore": ["apps/web/app/dash"] }',
      'apps/web/next.config.js': '',
      ...Object.fromEntries(Object.entries(two).map(([name, text]) => [`apps/web/${name}`, text])),
    });
    expect(await found(app, [...one, 'apps/web'])).toEqual([inShop]);
  });

  test('anything but a list is rejected', async () => {
    const app = new CliApp({ ...two, 'next-slots.config.json': JSON.stringify(rule('app')) });
    const { stderr } = await app.cli(['check']);
    expect(stderr).toContain('rules.require-slot-default: ignore must be a list of globs');
  });
});
