import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { brokenSlot, CliApp, only } from '../harness/cli-app.js';
import { dose } from '../harness/is-night.js';
import { workspace } from '../harness/packed.js';

/** One check alone, so that what others find does not matter here. */
const onlySlotDefault = only('require-slot-default');

const one = ['check', ...onlySlotDefault];

describe('--format json', () => {
  test('prints exactly the public contract, in its order', async () => {
    const app = new CliApp({ ...brokenSlot, 'app/dash/settings/page.tsx': true });
    const { stdout, stderr, code } = await app.cli([...one, '--format', 'json']);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const printed = JSON.parse(stdout) as { findings: { message: string }[] };
    expect(printed).toEqual({
      version: 1,
      apps: [
        {
          root: '.',
          appDir: 'app',
          next: '16.4.6',
          nextFrom: 'range',
          bundler: 'turbopack',
          segments: 4,
          slots: 1,
          routes: 3,
        },
      ],
      findings: [
        {
          check: 'require-slot-default',
          severity: 'error',
          impact: expect.stringMatching(/^(?:build-error|future)$/u) as string,
          file: 'app/dash/layout.tsx',
          range: { start: { line: 1, column: 44 }, end: { line: 1, column: 48 } },
          segment: '/dash',
          slot: '@team',
          urls: expect.any(Array) as string[],
          message: expect.stringContaining('`@team` has no ') as string,
          help: expect.stringMatching(/^Create `dash\/@team\/default\.tsx`/u) as string,
          related: [
            {
              file: 'app/dash/settings/page.tsx',
              range: expect.objectContaining({
                start: { line: 1, column: expect.any(Number) as number },
              }) as object,
              url: '/dash/settings',
            },
          ],
          edits: [
            {
              kind: 'createFile',
              file: 'app/dash/@team/default.tsx',
              text: 'export default function Default() {\n  return null;\n}\n',
            },
          ],
        },
      ],
    });
    expect(Object.keys(printed)).toEqual(['version', 'apps', 'findings']);
    expect(Object.keys(printed.findings[0] ?? {})).toEqual([
      'check',
      'severity',
      'impact',
      'file',
      'range',
      'segment',
      'slot',
      'urls',
      'message',
      'help',
      'related',
      'edits',
    ]);
  });

  test('counts lines and columns of an edit from 1, as a finding does', async () => {
    const app = new CliApp({
      ...brokenSlot,
      'app/dash/layout.tsx':
        "import { useState } from 'react';\n\nexport default function Layout({ team }) {\n  return team;\n}\n",
      'app/dash/@team/default.tsx': true,
      'app/dash/@team/error.tsx': 'export default function Oops() {\n  return null;\n}\n',
    });
    expect(
      await app.json(['check', '--preset', 'strict', '--rule', 'require-slot-loading=off']),
    ).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({
          check: 'require-slot-error',
          edits: [
            expect.objectContaining({
              kind: 'replaceText',
              file: 'app/dash/@team/error.tsx',
              range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
            }),
          ],
        }),
      ]) as unknown,
    });
  });

  test('is relative to the folder named, and finds every app of a monorepo', async () => {
    const inWeb = Object.fromEntries(
      Object.entries(brokenSlot).map(([file, text]) => [`apps/web/src/${file}`, text]),
    );
    const app = new CliApp({
      'package.json': '{ "private": true }',
      'apps/web/package.json': '{ "dependencies": { "next": "15.5.29" } }',
      ...inWeb,
      'apps/docs/next.config.js': '',
      'apps/docs/app/page.tsx': true,
      'apps/api/package.json': '{}',
      'apps/api/app/page.tsx': true,
    });
    expect(await app.json([...one, '.'])).toMatchObject({
      apps: [
        { root: 'apps/docs', appDir: 'apps/docs/app', next: '16.4.6', bundler: 'turbopack' },
        { root: 'apps/web', appDir: 'apps/web/src/app', next: '15.5.29', bundler: 'webpack' },
      ],
      findings: [
        {
          file: 'apps/web/src/app/dash/layout.tsx',
          segment: '/dash',
          edits: [{ file: 'apps/web/src/app/dash/@team/default.tsx' }],
        },
      ],
    });
    expect(await app.json([...one, 'apps/web'])).toMatchObject({
      apps: [{ root: '.', appDir: 'src/app' }],
      findings: [{ file: 'src/app/dash/layout.tsx' }],
    });
  });

  test('a folder inside the app directory stands for that part of the app', async () => {
    const more = Object.fromEntries(
      Object.entries(brokenSlot).map(([file, text]) => [file.replace('dash', 'other'), text]),
    );
    const app = new CliApp({ ...brokenSlot, ...more });
    expect(await app.json([...one, 'app/other'])).toMatchObject({
      apps: [{ root: '../..', appDir: '..' }],
      findings: [{ file: 'layout.tsx', segment: '/other' }],
    });
    expect(await app.json([...one, 'app'])).toMatchObject({
      apps: [{ root: '..', appDir: '.' }],
      findings: [{ file: 'dash/layout.tsx' }, { file: 'other/layout.tsx' }],
    });
  });
});

describe('which app and which Next', () => {
  test('flags win over the configuration, and that over what is detected', async () => {
    const app = new CliApp({
      ...brokenSlot,
      'next-slots.config.json': '{ "nextVersion": "15.5.29", "preset": "strict" }',
    });
    expect(await app.json(['check'])).toMatchObject({
      apps: [{ next: '15.5.29', bundler: 'webpack' }],
    });
    expect(
      await app.json(['check', '--next-version', '14', '--bundler', 'turbopack']),
    ).toMatchObject({ apps: [{ next: '14.2.35', nextFrom: 'setting', bundler: 'turbopack' }] });
  });

  test('says if the version is a guess', async () => {
    const app = new CliApp({ ...brokenSlot, 'package.json': '{}' });
    expect(await app.json(['check'])).toMatchObject({ apps: [{ nextFrom: 'guessed' }] });
    const { stdout } = await app.cli(['check']);
    expect(stdout).toContain('This version is a guess');
  });

  test.each([
    ['next-slots.config.js', "export default { rules: { 'require-slot-default': 'off' } };"],
    ['next-slots.config.mjs', "export default { rules: { 'require-slot-default': 'off' } };"],
    [
      'next-slots.config.ts',
      "const level: string = 'off';\nexport default { rules: { 'require-slot-default': level } };",
    ],
    ['next-slots.config.json', '{ "rules": { "require-slot-default": "off" } }'],
    [
      'package.json',
      '{ "dependencies": { "next": "16" }, "next-slots": { "rules": { "require-slot-default": "off" } } }',
    ],
  ])('%s configures', async (name, text) => {
    const app = new CliApp({ ...brokenSlot, [name]: text });
    expect(await app.json(['check'])).not.toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ check: 'require-slot-default' }),
      ]) as unknown,
    });
  });

  test('a configuration in a package without a type causes no Node.js warning', async () => {
    const app = new CliApp({
      ...brokenSlot,
      'package.json': '{ "dependencies": { "next": "16.4.6" } }',
      'next-slots.config.js': "export default { rules: { 'require-slot-default': 'off' } };",
    });
    expect(await app.cli(['check'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('--app-dir names the app directory', async () => {
    const app = new CliApp({
      'web/pages/layout.tsx': 'export default ({ children, a }) => <html>{children}{a}</html>;\n',
      'web/pages/page.tsx': true,
      'web/pages/@a/page.tsx': true,
    });
    expect(await app.json([...one, 'web', '--app-dir', 'pages'])).toMatchObject({
      apps: [{ root: '.', appDir: 'pages' }],
      findings: [{ file: 'pages/layout.tsx' }],
    });
  });

  test('--page-extensions says what is a page', async () => {
    const app = new CliApp({ 'app/page.mdx': '', 'app/@a/page.mdx': '' });
    expect(await app.json(['check'])).toMatchObject({ apps: [{ routes: 0 }] });
    expect(await app.json(['check', '--page-extensions', 'mdx,tsx'])).toMatchObject({
      apps: [{ routes: 1 }],
    });
  });

  const wrongUsage: readonly (readonly [string, readonly string[], string])[] = [
    ['a configuration with a typo', ['check'], 'there is no option "prest", did you mean "preset"'],
    ['an unknown check', ['check', '--rule', 'require-slot-defaults=off'], 'require-slot-default"'],
    ['an unknown level', ['check', '--rule', 'valid-slot-name=loud'], '=off'],
    ['an unknown flag', ['check', '--formt', 'json'], '--format'],
    ['an unknown command', ['chekc'], 'check'],
    ['a word for a version', ['check', '--next-version', 'latest'], 'such as 16 or 15.5.29'],
    ['an unknown format', ['check', '--format', 'xml'], 'sarif'],
    ['an unknown folder', ['check', 'apps/wbe'], 'Did you mean apps/web?'],
    ['an unknown file', ['check', 'app/gone.tsx'], 'no file or folder'],
    ['a folder without an app', ['check', 'apps/none'], join('apps', 'none', 'src', 'app')],
    ['a template that is not there', ['check'], 'there is no file'],
    ['an app directory that is not there', ['check', '--app-dir', 'nowhere'], 'nowhere'],
    ['a configuration that is not there', ['check', '--config', 'gone.json'], 'no file'],
    [
      'a configuration that imports what is not there',
      ['check', '--config', 'broken.js'],
      "Cannot find module 'gone'",
    ],
  ];
  test.each(dose(wrongUsage, 5))(
    '%s is wrong usage, said in a sentence',
    async (name, args, words) => {
      const app = new CliApp({
        ...brokenSlot,
        'apps/web/next.config.js': '',
        'apps/none/readme.md': '',
        'broken.js': "import 'gone';\nexport default {};\n",
        ...(name.includes('typo') && { 'next-slots.config.json': '{ "prest": "strict" }' }),
        ...(name.includes('template') && {
          'next-slots.config.json': '{ "template": "gone.tsx" }',
        }),
      });
      const { code, stdout, stderr } = await app.cli(args);
      expect(stderr).toContain(words);
      expect(stderr).not.toMatch(/\n\s+at |require stack/iu);
      expect(stdout).toBe('');
      expect(code).toBe(2);
    },
  );
});

const unsupported = [
  ['13.3', '13.4.19'],
  ['99', '16.4.6'],
  ['12', '13.4.19'],
] as const;
test.each(dose(unsupported, 2))(
  '--next-version %s says which version is assumed',
  async (asked, assumed) => {
    const app = new CliApp(brokenSlot);
    const { stdout, stderr } = await app.cli([
      'check',
      '--next-version',
      asked,
      '--format',
      'json',
    ]);
    expect(stderr).toBe(
      `Next.js ${asked} is not supported (13.4 to 16.4). Checking against ${assumed} instead.\n`,
    );
    expect(JSON.parse(stdout)).toMatchObject({ apps: [{ next: assumed }] });
  },
);

test.each(dose(['14.x', '13', '13.4', '16'], 1))(
  '--next-version %s is supported',
  async (asked) => {
    const app = new CliApp(brokenSlot);
    const { stderr } = await app.cli(['check', '--next-version', asked]);
    expect(stderr).toBe('');
  },
);

describe('named files', () => {
  const files = {
    ...brokenSlot,
    'app/dash/settings/page.tsx': true,
    'app/other/layout.tsx': 'export default ({ children, side }) => [children, side];\n',
    'app/other/page.tsx': true,
    'app/other/@side/page.tsx': true,
    'lib/button.tsx': 'export const Button = () => null;\n',
  } as const;

  const dash = { file: 'app/dash/layout.tsx', slot: '@team' };
  const other = { file: 'app/other/layout.tsx', slot: '@side' };

  test.each([
    ['the anchor', ['app/dash/layout.tsx'], [dash]],
    ['a page that the finding breaks', ['app/dash/settings/page.tsx'], [dash]],
    ['a file of the slot', ['app/other/@side/page.tsx'], [other]],
    ['files of two parts', ['app/dash/layout.tsx', 'app/other/layout.tsx'], [dash, other]],
    ['a file and a folder', ['app/other', 'app/dash/layout.tsx'], [dash, other]],
    ['a file beside the whole app', ['app/page.tsx', '.'], [dash, other]],
    ['a page that works', ['app/page.tsx'], []],
    ['a file of no app', ['lib/button.tsx', 'package.json'], []],
  ])('%s: what it causes or suffers', async (_, named, expected) => {
    const app = new CliApp(files);
    const { findings } = (await app.json([...one, ...named])) as {
      findings: { file: string; slot: string }[];
    };
    expect(findings.map(({ file, slot }) => ({ file, slot }))).toEqual(expected);
  });

  test('can belong to several apps, or to none', async () => {
    const inApps = Object.fromEntries(
      Object.entries(brokenSlot).flatMap(([file, text]) => [
        [`apps/a/${file}`, text],
        [`apps/b/${file}`, text],
      ]),
    );
    const app = new CliApp({
      'package.json': '{}',
      'apps/a/next.config.js': '',
      'apps/b/next.config.js': '',
      'lib/button.tsx': true,
      ...inApps,
    });
    const named = ['apps/a/app/dash/layout.tsx', 'apps/b/app/dash/layout.tsx', 'lib/button.tsx'];
    expect(await app.json([...one, ...named])).toMatchObject({
      findings: [{ file: 'apps/a/app/dash/layout.tsx' }, { file: 'apps/b/app/dash/layout.tsx' }],
    });
    const { code, stdout } = await app.cli(['check', 'lib/button.tsx']);
    expect(code).toBe(0);
    expect(stdout).toContain('None of the files is in an app directory.');
  });

  test('fix fixes only what they cause or what affects them', async () => {
    const app = new CliApp(files);
    await app.cli(['fix', ...onlySlotDefault, 'app/dash/settings/page.tsx']);
    expect(app.read('app/dash/@team/default.tsx')).toContain('return null');
    expect(existsSync(app.path('app/other/@side/default.tsx'))).toBe(false);
  });
});

describe('the exit status', () => {
  test.each([
    ['error', [], 1],
    ['warn', [], 0],
    ['warn', ['--max-warnings', '1'], 0],
    ['warn', ['--max-warnings', '0'], 1],
    ['off', ['--max-warnings', '0'], 0],
  ])('with %s and %j is %i', async (level, args, expected) => {
    const app = new CliApp(brokenSlot);
    const rule = ['--rule', `require-slot-default=${level}`];
    expect((await app.cli([...one, ...rule, ...args])).code).toBe(expected);
  });
});

describe('for people', () => {
  test('groups by file and sums up, without colour in a pipe', async () => {
    const app = new CliApp(brokenSlot);
    const { stdout } = await app.cli(one, { env: { CI: '1' } });
    expect(stdout).toMatch(
      /^\napp\/dash\/layout\.tsx\n +1:44 {2}error {2}.*`@team` has no .* {2}require-slot-default \(.*\)\n\n✖ 1 problem \(1 error, 0 warnings\)\n/u,
    );
    expect(stdout).toContain('npx next-slots fix');
  });

  test('wraps messages in a terminal', async () => {
    const app = new CliApp(brokenSlot);
    const { stdout } = await app.cli(one, { env: { COLUMNS: '60' } });
    const lines = stdout.split('\n').filter((line) => line.startsWith(' '));
    const folded = lines.slice(0, lines.findIndex((line) => line.includes('require-slot')) + 1);
    expect(folded.length).toBeGreaterThan(2);
    expect(Math.max(...folded.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(folded.slice(1).every((line) => /^ {14}\S/u.test(line))).toBe(true);
  });

  test('--color colours even a pipe', async () => {
    const app = new CliApp(brokenSlot);
    expect((await app.cli([...one, '--color'])).stdout).toContain('\u001B[31m');
  });

  test('says what was checked if there are no problems', async () => {
    const app = new CliApp({ 'app/layout.tsx': true, 'app/page.tsx': true });
    expect((await app.cli(['check'])).stdout).toContain('No problems found');
  });

  // Windows has no such names.
  test.skipIf(process.platform === 'win32')(
    'a hostile name cannot fake an output line',
    async () => {
      const name = 'x\u001B[2K\n✔ No problems found.\u202E';
      const app = new CliApp({ 'app/page.tsx': true, [`app/${name}/@s/page.tsx`]: true });
      for (const format of ['stylish', 'github']) {
        const { stdout } = await app.cli(['check', '--format', format]);
        expect(stdout).not.toContain('\u001B');
        expect(stdout).not.toContain('\u202E');
        expect(stdout).not.toMatch(/^✔/mu);
      }
    },
  );
});

interface SarifLog {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly help?: { readonly markdown: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly suppressions?: readonly { readonly kind: string }[];
    }[];
  }[];
}

test('--format sarif fits its schema, with help for rules and what is suppressed', async () => {
  const app = new CliApp({
    ...brokenSlot,
    'app/[id] ü/@x/page.tsx': true,
    'app/other/page.tsx': '/* next-slots-disable no-orphan-slot */\nexport default () => null;\n',
    'app/other/@x/page.tsx': true,
    // Two slots without a layout are one finding: the second is related, at no URL.
    'app/two/@a/page.tsx': true,
    'app/two/@b/default.tsx': true,
  });
  const sarif = async (...args: readonly string[]) => {
    const { stdout } = await app.cli(['check', '--preset', 'strict', '--format', 'sarif', ...args]);
    return stdout;
  };
  await app.cli(['check', '--suppress-rule', 'require-slot-default']);
  const plain = JSON.parse(await sarif()) as SarifLog;
  expect(plain.runs[0]?.results.filter(({ suppressions }) => suppressions)).toEqual([]);

  const stdout = await sarif('--report-suppressed', '--report-unused-disable-directives');
  const log = JSON.parse(stdout) as SarifLog;
  const schema = JSON.parse(
    readFileSync(join(workspace, 'test/fixtures/schemas/sarif-2.1.0.json'), 'utf8'),
  ) as object;
  const ajv = new draft04.default({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  validate(log);
  expect(validate.errors).toBeNull();
  const { tool, results } = log.runs[0] ?? {};
  expect(results?.length).toBeGreaterThan(3);
  for (const { ruleId, ruleIndex } of results ?? []) {
    expect(tool?.driver.rules[ruleIndex]?.id).toBe(ruleId);
  }
  const suppressed = results?.filter(({ suppressions }) => suppressions) ?? [];
  expect(suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.kind])).toEqual([
    ['no-orphan-slot', 'inSource'],
    ['require-slot-default', 'external'],
  ]);
  expect(tool?.driver.rules[0]?.help?.markdown).toContain('needs a `default` file');
  expect(stdout).toContain('app/%5Bid%5D%20%C3%BC/%40x/page.tsx');
});

test('an app without a page does not pass silently', async () => {
  const app = new CliApp({ 'app/layout.tsx': true, 'app/page.mdx': '# Home' });
  const { code, stdout } = await app.cli(['check']);
  expect(code).toBe(0);
  expect(stdout).toContain('No page was found in app, so nothing was checked there.');
});

test('--format github annotates with paths of the repository', async () => {
  const app = new CliApp({
    'packages/web/app/a,b/layout.tsx': 'export default ({ children, s }) => [children, s];\n',
    'packages/web/app/a,b/page.tsx': true,
    'packages/web/app/a,b/@s/page.tsx': true,
  });
  const { stdout } = await app.cli(
    ['check', 'packages/web', ...onlySlotDefault, '--format', 'github'],
    { env: { GITHUB_WORKSPACE: app.root } },
  );
  expect(stdout).toMatch(
    /^::error file=packages\/web\/app\/a%2Cb\/layout\.tsx,line=1,endLine=1,col=29,endColumn=30,title=next-slots\/require-slot-default::.*`@s` has no .*\n$/u,
  );
});

test('the same tree prints the same bytes, whatever order the disk gives', async () => {
  const files = Object.entries({
    ...brokenSlot,
    'app/b/@x/page.tsx': true,
    'app/a/@x/page.tsx': true,
    'app/a/@y/page.tsx': true,
  } as const);
  const args = ['check', '--preset', 'strict', '--format', 'json'];
  const first = await new CliApp(Object.fromEntries(files)).cli(args);
  const second = await new CliApp(Object.fromEntries(files.toReversed())).cli(args);
  expect(second.stdout).toBe(first.stdout);
  expect(first.stdout).toContain('app/a/@y');
});

test('a circular link does not loop forever', async () => {
  const app = new CliApp(brokenSlot);
  symlinkSync(app.path('app'), app.path('app/dash/@team/loop'));
  expect(await app.json(['check'])).toMatchObject({
    findings: [
      { check: 'readable-route-folders', file: 'app/dash/@team/page.tsx' },
      { check: 'require-slot-default', slot: '@team' },
    ],
  });
});
