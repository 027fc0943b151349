import { chmodSync, mkdirSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { snippetsOf } from '../docs/snippets.js';
import { brokenSlot, CliApp } from '../harness/cli-app.js';
import { runProcess } from '../harness/next-app.js';
import { workspace } from '../harness/packed.js';

const packages = {
  'eslint-plugin-next-slots': '*',
  'typescript-plugin-next-slots': '*',
  'next-slots': '*',
};

/** A project whose packages are all installed, so that nothing is asked of a registry. */
function project(files: Readonly<Record<string, string | true>>, eslint = 'eslint'): CliApp {
  const app = new CliApp({
    ...brokenSlot,
    'package.json': `${JSON.stringify({ type: 'module', scripts: { build: 'next build' }, dependencies: { next: '16.4.6' }, devDependencies: packages }, undefined, 2)}\n`,
    ...files,
  });
  const links = {
    eslint: join(workspace, 'node_modules', eslint),
    oxlint: join(workspace, 'node_modules', 'oxlint'),
    '@typescript-eslint/parser': join(workspace, 'node_modules/@typescript-eslint/parser'),
    typescript: join(workspace, 'node_modules/typescript'),
    'eslint-plugin-next-slots': join(inject('packed'), 'eslint-plugin-next-slots'),
  };
  for (const [name, target] of Object.entries(links)) {
    const path = app.path('node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path, 'junction');
  }
  return app;
}

const typescriptConfig = `import * as parser from '@typescript-eslint/parser';

const config = [
  { files: ['**/*.{ts,tsx}'], languageOptions: { parser } },
];

export default config;
`;

test('edits ESLint and tsconfig, proves it, and changes nothing a second time', async () => {
  const app = project({
    'eslint.config.js': typescriptConfig,
    'tsconfig.json':
      '{\n  // ours\n  "compilerOptions": {\n    "strict": true,\n    "plugins": [{ "name": "next" }]\n  }\n}\n',
  });
  const { stdout, stderr, code } = await app.cli(['init', '--yes']);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/✔ ESLint checks app\/layout\.tsx with \d+ rules of next-slots\./u);
  expect(code).toBe(0);
  expect(app.read('eslint.config.js')).toBe(`import * as parser from '@typescript-eslint/parser';
import nextSlots from 'eslint-plugin-next-slots';

const config = [
  { files: ['**/*.{ts,tsx}'], languageOptions: { parser } },
  nextSlots.configs.recommended,
];

export default config;
`);
  expect(app.read('tsconfig.json')).toBe(
    '{\n  // ours\n  "compilerOptions": {\n    "strict": true,\n    "plugins": [{ "name": "next" }, { "name": "typescript-plugin-next-slots" }]\n  }\n}\n',
  );
  const before = app.list('.').map((file) => file.startsWith('node_modules') || app.read(file));
  const again = await app.cli(['init']);
  expect(again.stdout).toContain('Everything is set up already.');
  expect(again.code).toBe(0);
  expect(app.list('.').map((file) => file.startsWith('node_modules') || app.read(file))).toEqual(
    before,
  );
});

test('says what is missing where ESLint does not lint .tsx files', async () => {
  const app = project({ 'eslint.config.js': 'export default [];\n' });
  const { stderr, code } = await app.cli(['init', '--yes']);
  expect(app.read('eslint.config.js')).toBe(
    "import nextSlots from 'eslint-plugin-next-slots';\n\nexport default [nextSlots.configs.recommended];\n",
  );
  expect(stderr).toMatch(/ESLint (?:ignores|cannot parse) layout\.tsx/u);
  expect(code).toBe(1);
  const { stdout } = await app.cli(['check']);
  expect(stdout).toContain('ESLint seems to skip .tsx files');
});

test('adds the preset to a legacy config', async () => {
  const app = project(
    { '.eslintrc.json': '{\n  "root": true,\n  "extends": "eslint:recommended"\n}\n' },
    'eslint-8',
  );
  await app.cli(['init', '--yes'], { env: { ESLINT_USE_FLAT_CONFIG: 'false' } });
  expect(JSON.parse(app.read('.eslintrc.json'))).toEqual({
    root: true,
    extends: ['eslint:recommended', 'plugin:next-slots/recommended-legacy'],
  });
});

test('adds the preset to a legacy config in JavaScript', async () => {
  const config = (presets: string) =>
    `module.exports = {\n  root: true,\n  extends: [${presets}],\n};\n`;
  const app = project({ '.eslintrc.cjs': config("'eslint:recommended'") }, 'eslint-8');
  await app.cli(['init', '--yes'], { env: { ESLINT_USE_FLAT_CONFIG: 'false' } });
  expect(app.read('.eslintrc.cjs')).toBe(
    config("'eslint:recommended', 'plugin:next-slots/recommended-legacy'"),
  );
});

test('adds the rules to oxlint and proves it, and a script where no linter runs them', async () => {
  const oxlint = project({ '.oxlintrc.json': '{ "plugins": ["react"] }\n' });
  const { stdout, stderr } = await oxlint.cli(['init', '--yes']);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/✔ oxlint is set up with \d+ rules of next-slots\./u);
  const documented = snippetsOf(readFileSync(join(workspace, 'docs/guides/oxlint.md'), 'utf8'))
    .filter(({ language }) => language === 'json')
    .map(({ code }) => JSON.parse(code) as object);
  expect(documented.map((each) => ({ plugins: ['react'], ...each }))).toEqual([
    JSON.parse(oxlint.read('.oxlintrc.json')),
  ]);
  const command = join(workspace, 'node_modules/.bin/oxlint');
  const linted = await runProcess(command, ['app'], { cwd: oxlint.root });
  expect(linted.stdout).toContain('next-slots(require-slot-default)');
  const biome = project({ 'biome.json': '{}' });
  await biome.cli(['init', '--yes']);
  expect(JSON.parse(biome.read('package.json'))).toMatchObject({
    scripts: { build: 'next build', 'lint:slots': 'next-slots check' },
  });
});

test('adds to the rules that oxlint writes, and to those of others', async () => {
  const oxlint = project({
    '.oxlintrc.json': '{\n  "jsPlugins": ["other"],\n  "rules": {},\n  "env": {}\n}\n',
  });
  await oxlint.cli(['init', '--yes']);
  expect(oxlint.read('.oxlintrc.json')).toContain(
    '"rules": {\n    "next-slots/match-slot-props": "error",\n    "next-slots/no-greedy',
  );
  expect(oxlint.read('.oxlintrc.json')).toContain(
    '    "next-slots/require-slot-error": ["warn", { "only": "async" }],\n',
  );
  expect(JSON.parse(oxlint.read('.oxlintrc.json'))).toMatchObject({
    jsPlugins: ['other', 'eslint-plugin-next-slots'],
    env: {},
  });
});

test('adds the rules to a config of oxlint in TypeScript', async () => {
  const config = (rules: string) => `import { defineConfig } from 'oxlint';

export default defineConfig({
  plugins: ['react'],
${rules}});
`;
  const oxlint = project({ 'oxlint.config.ts': config('  rules: {\n    eqeqeq: "warn",\n  },\n') });
  await oxlint.cli(['init', '--yes']);
  const written = oxlint.read('oxlint.config.ts');
  expect(written).toContain('    eqeqeq: "warn",\n    "next-slots/match-slot-props": "error",\n');
  expect(written).toContain('  },\n  jsPlugins: ["eslint-plugin-next-slots"],\n});\n');
  const other = project({ 'oxlint.config.ts': 'export { default } from "./other";\n' });
  const { stdout } = await other.cli(['init', '--dry-run']);
  expect(stdout).toContain('  jsPlugins: ["eslint-plugin-next-slots"],\n  rules: {\n');
});

test.each([
  ['', undefined],
  [' in CI, where oxlint writes in colour', 'true'],
])('says why oxlint does not run the rules%s', async (_, CI) => {
  const oxlint = project({ '.oxlintrc.json': '{ "jsPlugins": ["./next-slots.js"] }\n' });
  const { stderr, code } = await oxlint.cli(['init', '--yes'], { env: { CI } });
  expect(stderr).toContain('✖ oxlint cannot run: Failed to load JS plugin: ./next-slots.js');
  expect(code).toBe(1);
});

test('wraps a config that a package of the monorepo shares', async () => {
  const app = project({
    'eslint.config.js': 'import { nextConfig } from "./shared.js";\n\nexport default nextConfig;\n',
    'shared.js': typescriptConfig
      .replace('const config', 'export const nextConfig')
      .replace('export default config;\n', ''),
  });
  const { stdout } = await app.cli(['init', '--yes']);
  expect(app.read('eslint.config.js')).toBe(`import { nextConfig } from "./shared.js";
import { defineConfig } from "eslint/config";
import nextSlots from "eslint-plugin-next-slots";

export default defineConfig([nextConfig, nextSlots.configs.recommended]);
`);
  expect(stdout).toContain('✔ ESLint checks app/layout.tsx');
});

test('adds the preset to the config in package.json', async () => {
  const manifest = { dependencies: { next: '14.2.0' }, eslintConfig: { extends: ['next'] } };
  const app = project(
    { 'package.json': JSON.stringify({ ...manifest, devDependencies: packages }) },
    'eslint-8',
  );
  await app.cli(['init', '--yes']);
  expect(JSON.parse(app.read('package.json'))).toMatchObject({
    eslintConfig: { extends: ['next', 'plugin:next-slots/recommended-legacy'] },
  });
});

test('installs where the config is that needs the package, and edits what npm has written', async () => {
  const app = project({
    'package.json': '{ "workspaces": ["apps/*"] }',
    'eslint.config.js': typescriptConfig,
    'apps/web/package.json': '{ "scripts": {}, "dependencies": { "next": "16.4.6" } }',
    'apps/web/app/layout.tsx': 'export default ({ children }) => children;\n',
    'apps/web/tsconfig.json': '{ "compilerOptions": {} }\n',
    'apps/docs/package.json': '{ "dependencies": { "next": "16.4.6" } }',
    'apps/docs/app/page.tsx': 'export default () => null;\n',
    '.git/HEAD': '',
    'bin/npm':
      '#!/bin/sh\necho "$PWD $@"\necho \'{ "scripts": {}, "private": true }\' > package.json\n',
  });
  expect(await app.cli(['init'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('  npx next-slots init apps/web\n') as string,
  });
  const { stdout } = await app.cli(['init', 'apps/web', '--dry-run']);
  expect(stdout).toContain('Will run npm i -D eslint-plugin-next-slots\n');
  expect(stdout).toContain('Will run npm i -D typescript-plugin-next-slots in apps/web\n');

  unlinkSync(app.path('eslint.config.js'));
  chmodSync(app.path('bin/npm'), 0o755);
  const env = { PATH: `${app.path('bin')}:${process.env['PATH'] ?? ''}` };
  const installed = await app.cliAlone(['init', 'apps/web', '--yes'], { env });
  expect(installed.stdout).toMatch(/apps\/web i -D next-slots typescript-plugin-next-slots/u);
  expect(JSON.parse(app.read('apps/web/package.json'))).toEqual({
    private: true,
    scripts: { 'lint:slots': 'next-slots check' },
  });
});

test.each([
  ['a function', 'export default make();\nfunction make() { return []; }\n'],
  ['what another module exports', "export { default } from './base.js';\n"],
  ['broken text', 'export default [\n'],
])('prints the lines where the config is %s', async (_, text) => {
  const app = project({ 'eslint.config.js': text, 'base.js': 'export default [];\n' });
  const { stdout } = await app.cli(['init', '--dry-run']);
  expect(stdout).toContain('Add this to eslint.config.js:');
  expect(stdout).toContain('  nextSlots.configs.recommended,');
  expect(app.read('eslint.config.js')).toBe(text);
});

test('shows what it would do, and does nothing unasked', async () => {
  const app = project({
    'eslint.config.js': typescriptConfig,
    'package.json': '{ "dependencies": { "next": "16.4.6" } }',
    'pnpm-lock.yaml': '',
    '.github/workflows/ci.yml': '',
    '.git/HEAD': '',
  });
  const { stdout, code } = await app.cli(['init', '--dry-run']);
  expect(stdout).toContain('Will run pnpm add -D eslint-plugin-next-slots');
  expect(stdout).toContain('+  nextSlots.configs.recommended,');
  expect(stdout).toContain('npx next-slots check --format github');
  expect(code).toBe(0);
  expect(await app.cli(['init'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--yes') as string,
  });
  expect(app.read('eslint.config.js')).toBe(typescriptConfig);
});
