import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, inject, test } from 'vitest';
import { EslintApp } from '../harness/eslint-app.js';
import { runProcess } from '../harness/next-app.js';

const folder = () => join(inject('packed'), 'eslint-plugin-next-slots');

test('the package holds one module, its types and the notices of what is bundled', () => {
  const files = readdirSync(folder(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder().length + 1))
    .filter((file) => !/^(?:node_modules|README|CHANGELOG)/u.test(file));
  expect(files.sort()).toEqual([
    'LICENSE',
    'dist/ThirdPartyNotices.txt',
    'dist/index.js',
    'dist/types/app-config-options.d.ts',
    'dist/types/index.d.ts',
    'dist/types/plugin.d.ts',
    'package.json',
  ]);
});

test('loading it loads nothing but Node', () => {
  const { module, errors } = parseSync(
    'index.js',
    readFileSync(join(folder(), 'dist/index.js'), 'utf8'),
  );
  expect(errors).toEqual([]);
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter((name) => !builtinModules.includes(name.replace(/^node:/u, '')))).toEqual(
    [],
  );
});

test('its types name nothing that an install lacks', () => {
  for (const name of ['index', 'plugin', 'app-config-options']) {
    const text = readFileSync(join(folder(), `dist/types/${name}.d.ts`), 'utf8');
    const imported = [...text.matchAll(/from '(?<name>[^']+)'/gu)].map((at) => at.groups?.['name']);
    expect(['eslint', './app-config-options.js', './plugin.js']).toEqual(
      expect.arrayContaining(imported),
    );
  }
});

test('require() and import give the same plugin', async () => {
  const { stdout, stderr } = await new EslintApp('10', {}).script(`
    import { createRequire } from 'node:module';
    import plugin from 'eslint-plugin-next-slots';
    const required = createRequire(import.meta.url)('eslint-plugin-next-slots');
    console.log(required === plugin, Object.keys(plugin).join());
  `);
  expect(stderr).toBe('');
  expect(stdout).toBe('true meta,rules,configs,forApps\n');
});

test('an .eslintrc extends a preset', async () => {
  const app = new EslintApp('8', {
    'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
    '.eslintrc.json': JSON.stringify({
      root: true,
      parserOptions: { ecmaVersion: 'latest', sourceType: 'module', ecmaFeatures: { jsx: true } },
      extends: 'plugin:next-slots/recommended-legacy',
    }),
    'app/layout.jsx': 'export default function Layout({ children, taem }) { return children }\n',
    'app/page.jsx': true,
    'app/@team/page.jsx': true,
  });
  const { stdout } = await app.eslint(['--ext', '.jsx', 'app'], {
    env: { ESLINT_USE_FLAT_CONFIG: 'false' },
  });
  expect(stdout).toContain('next-slots/match-slot-props');
});

test('--fix creates files where ESLint lies under an alias', async () => {
  const app = new EslintApp('10', {
    'app/layout.jsx': 'export default ({ children, team }) => <html>{children}{team}</html>\n',
    'app/page.jsx': true,
    'app/about/page.jsx': true,
    'app/@team/page.jsx': true,
  });
  app.write('node_modules/eslint9/package.json', JSON.stringify({ name: 'eslint' }));
  app.write('node_modules/eslint9/bin/eslint.js', "require('../../eslint/bin/eslint.js')\n");
  await runProcess(
    process.execPath,
    [app.path('node_modules/eslint9/bin/eslint.js'), '--fix', 'app'],
    {
      cwd: app.root,
    },
  );
  expect(app.list('app')).toContain('app/@team/default.jsx');
});
