import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { CliApp, only } from '../harness/cli-app.js';

/** One default that fixes two findings, and a prop that only a person can rename. */
const files = {
  'app/layout.tsx': 'export default ({ children }) => <html>{children}</html>;\n',
  'app/page.tsx': true,
  'app/dash/layout.tsx':
    '// The dashboard\nexport default function Layout({ children, team }) {\n  return [children, team];\n}\n',
  'app/dash/page.tsx': true,
  'app/dash/settings/page.tsx': true,
  'app/dash/@team/page.tsx': true,
  'app/shop/layout.tsx':
    'export default function Layout({ children, side, more }) {\n  return [children, side, more];\n}\n',
  'app/shop/page.tsx': true,
  'app/shop/@side/page.tsx': true,
  'app/shop/@side/default.tsx': true,
} as const;

let app: CliApp;
beforeEach(() => {
  app = new CliApp(files);
});

const onlySlotDefault = only('require-slot-default');

describe('pretty', () => {
  test('draws each finding with its line, help, what it breaks and what fix writes', async () => {
    const { stdout } = await app.cli(['check', ...onlySlotDefault, '--format', 'pretty'], {
      env: { COLUMNS: '80' },
    });
    expect(stdout.split('\n\n')[0]).toMatch(
      /^\napp\/dash\/layout\.tsx:2:44 {2}error {2}require-slot-default \(build fails\)\n {4}1 \| \/\/ The dashboard\n {2}> 2 \| export default .*\n {6}\| {44}\^{4}\n {6}\| \S/u,
    );
    expect(stdout).toMatch(/^ {2}help: \S/mu);
    expect(stdout).toMatch(
      /^ {2}fix: create app\/dash\/@team\/default\.tsx\n {7}\+ export default function Default\(\) \{\n {7}\+ {3}return null;\n {7}\+ \}$/mu,
    );
    expect(stdout).toContain('/docs/rules/require-slot-default.md');
    expect(
      Math.max(
        ...stdout
          .split('\n')
          .slice(0, 12)
          .map(({ length }) => length),
      ),
    ).toBeLessThan(81);
  });

  test('draws one cause once, with the pages that it breaks', async () => {
    app.write('app/dash/x/page.tsx', 'export default () => null;\n');
    const { stdout } = await app.cli(['check', 'app/dash', '--format', 'pretty']);
    expect(stdout).toContain(
      '  breaks: /dash/settings  app/dash/settings/page.tsx\n          /dash/x         app/dash/x/page.tsx\n',
    );
    expect(stdout).toContain(
      '✖ 1 problem (1 error, 0 warnings)\n  Run npx next-slots fix to fix all',
    );
  });

  test('fits the code into a narrow terminal', async () => {
    const { stdout } = await app.cli(['check', 'app/shop', '--format', 'pretty'], {
      env: { COLUMNS: '40' },
    });
    expect(stdout).toMatch(/^ {2}> 1 \| …hildren, side, more \}\) \{\n {6}\| {17}\^{4}$/mu);
    expect(stdout).toContain('\n  app: ');
  });

  test('links the rule where the terminal has links', async () => {
    const { stdout } = await app.cli(['check', ...onlySlotDefault, '--format', 'pretty'], {
      env: { FORCE_HYPERLINK: '1' },
    });
    expect(stdout).toContain('\u001B]8;;https://github.com/');
    expect(stdout).not.toContain('  require-slot-default: https');
  });

  test('shows the lines that an edit changes', async () => {
    app.write('app/dash/@team/error.tsx', 'export default function Oops() {\n  return null;\n}\n');
    const { stdout } = await app.cli([
      'check',
      ...only('require-slot-error'),
      '--rule',
      'require-slot-error=warn',
      '--format',
      'pretty',
    ]);
    expect(stdout).toMatch(
      /fix: edit app\/dash\/@team\/error\.tsx\n {7}\+ ["']use client["'];?\n/u,
    );
  });

  // Windows has no such names.
  test.skipIf(process.platform === 'win32')('shows nothing that moves the cursor', async () => {
    const hostile = new CliApp({
      'app/page.tsx': true,
      'app/x\u001B[2K/layout.tsx':
        'export default ({ children, a /* \u001B[2J\u202E */ }) => [children, a];\n',
      'app/x\u001B[2K/page.tsx': true,
      'app/x\u001B[2K/@a/page.tsx': true,
    });
    const { stdout } = await hostile.cli(['check', '--format', 'pretty']);
    expect(stdout).toContain('children, a');
    expect(stdout).not.toContain('\u001B');
    expect(stdout).not.toContain('\u202E');
  });
});

test('the summary says what fix clears, and what is left per rule', async () => {
  const { stdout } = await app.cli(['check']);
  const [, cleared] = /Run npx next-slots fix to fix (\d+) of them/u.exec(stdout) ?? [];
  const [, total] = /✖ (\d+) problem/u.exec(stdout) ?? [];
  expect(stdout).toContain('1 left to fix by hand: match-slot-props\n');
  const copy = new CliApp(files);
  await copy.cli(['fix']);
  const { findings } = (await copy.json(['check'])) as { findings: unknown[] };
  expect(Number(total) - Number(cleared)).toBe(findings.length);
});

test('--quiet leaves out warnings, which still count', async () => {
  const args = ['check', ...onlySlotDefault, '--rule', 'require-slot-default=warn', '--quiet'];
  const { stdout, code } = await app.cli([...args, '--max-warnings', '0', '--format', 'compact']);
  expect(stdout).toBe('');
  expect(code).toBe(1);
});

test('compact prints one line for each finding', async () => {
  const { stdout } = await app.cli(['check', ...onlySlotDefault, '--format', 'compact']);
  expect(stdout).toMatch(/^app\/dash\/layout\.tsx:2:44: error: .* \[require-slot-default\]\n$/u);
});

test('gitlab prints a Code Quality report with paths of the repository', async () => {
  const { stdout } = await app.cli(['check', 'app', '--format', 'gitlab'], {
    env: { CI_PROJECT_DIR: app.root },
  });
  const issues = JSON.parse(stdout) as { fingerprint: string; location: { path: string } }[];
  expect(issues[0]).toEqual({
    description: expect.any(String) as string,
    check_name: 'require-slot-default',
    fingerprint: expect.stringMatching(/^[\da-f]{64}$/u) as string,
    severity: 'critical',
    location: { path: 'app/dash/layout.tsx', lines: { begin: 2, end: 2 } },
  });
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
});

test('junit gives each finding of a file a name of its own', async () => {
  app.write('app/shop/layout.tsx', 'export default ({ a, b }) => [a, b];\n');
  const { stdout } = await app.cli(['check', 'app/shop', '--format', 'junit']);
  const names = [...stdout.matchAll(/testcase name="([^"]+)"/gu)].map(([, name]) => name);
  expect(names).toContain('match-slot-props (2)');
  expect(new Set(names).size).toBe(names.length);
});

test('junit counts findings as failures, and a clean app as a test that passes', async () => {
  const { stdout } = await app.cli(['check', ...onlySlotDefault, '--format', 'junit']);
  expect(stdout).toMatch(
    /^<\?xml version="1\.0" encoding="utf-8"\?>\n<testsuites name="next-slots" tests="1" failures="1" errors="0" time="0">\n {2}<testsuite name="app\/dash\/layout\.tsx" file="app\/dash\/layout\.tsx" tests="1" failures="1" errors="0" time="0">\n {4}<testcase name="require-slot-default @team" classname="app\/dash\/layout\.tsx" time="0">\n {6}<failure message=".*" type="error">.*<\/failure>/u,
  );
  const clean = await app.cli(['check', ...only('valid-slot-key'), '--format', 'junit']);
  expect(clean.stdout).toContain('<testsuites name="next-slots" tests="1" failures="0" errors="0"');
});

describe('the public contract', () => {
  const folder = () => join(inject('packed'), 'next-slots');
  const schema = (name: string) =>
    createRequire(import.meta.url)(join(folder(), 'dist', 'schema', `${name}.json`)) as object;

  test('the report fits the JSON Schema of the package', async () => {
    const validate = new Ajv({ strict: true }).compile(schema('report'));
    const reports = [
      await app.json(['check', '--preset', 'strict']),
      await new CliApp({
        ...files,
        'app/page.tsx': '/* next-slots-disable */\nexport default () => null;\n',
      }).json(['check', '--report-unused-disable-directives']),
    ];
    for (const report of reports) {
      validate(report);
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: 2, apps: [], findings: [] })).toBe(false);
  });

  test('a configuration fits its JSON Schema, and one with a typo does not', () => {
    const validate = new Ajv({ strict: false }).compile(schema('config'));
    const config = {
      $schema: './node_modules/next-slots/dist/schema/config.json',
      preset: 'strict',
      ignore: ['app/legacy'],
      rules: { 'require-slot-default': ['error', { template: 'not-found', ignore: ['app/x'] }] },
    };
    expect(validate(config)).toBe(true);
    expect(validate({ ...config, presets: 'strict' })).toBe(false);
    expect(validate({ rules: { 'require-slot-defaults': 'off' } })).toBe(false);
    expect(validate({ rules: { 'require-slot-default': ['error', { tempalte: 'null' }] } })).toBe(
      false,
    );
  });

  test('types and defineConfig are found in the package', async () => {
    const project = new CliApp({
      ...files,
      'next-slots.config.ts':
        "import { defineConfig } from 'next-slots';\nexport default defineConfig({ rules: { 'require-slot-default': 'off' } });\n",
      'report.ts': `import type { Config, Finding, Report } from 'next-slots';
export const config: Config = { preset: 'strict', rules: { a: ['warn', { ignore: ['app'] }] } };
export const urls = (report: Report): readonly string[] =>
  report.findings.flatMap((finding: Finding) => finding.urls);
// @ts-expect-error
export const wrong: Config = { preset: 'strickt' };
`,
    });
    project.folder('node_modules');
    symlinkSync(folder(), project.path('node_modules/next-slots'), 'junction');
    const tsc = join(createRequire(import.meta.url).resolve('typescript'), '../tsc.js');
    const args = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--noEmit'];
    execFileSync(process.execPath, [tsc, ...args, 'report.ts', 'next-slots.config.ts'], {
      cwd: project.root,
      stdio: 'inherit',
    });
    const { findings } = (await project.json(['check'])) as { findings: { check: string }[] };
    expect(findings.map(({ check }) => check)).not.toContain('require-slot-default');
  });
});
