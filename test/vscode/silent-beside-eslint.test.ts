import { Uri } from 'vscode';
import { beforeEach, describe, expect, test } from 'vitest';
import { silentRules } from '../../packages/vscode/src/eslint/silent-rules.js';
import { FolderSettings } from '../../packages/vscode/src/settings/folder-settings.js';
import { watchSettings } from '../../packages/vscode/src/settings/watch-settings.js';
import { editor } from './fake-vscode.js';

const manifest = '{ "devDependencies": { "eslint-plugin-next-slots": "^0.1.0" } }';

function silent(config: string): readonly string[] {
  return silentRules({ manifests: [manifest], configs: [config] });
}

describe('ESLint reports', () => {
  test('nothing if the workspace lacks the plugin', () => {
    const configs = ['export default [{ rules: {} }];'];
    expect(silentRules({ manifests: ['{}'], configs })).toEqual([]);
    expect(silentRules({ manifests: [manifest], configs })).not.toEqual([]);
  });

  test('in one line as long as a file, and for names that begin with another', () => {
    const line = `${'let a='.repeat(16_000)}require('eslint-plugin-next-slots'); a.configs.strict`;
    expect(silent(line)).toEqual(['strict']);
    expect(silent("import a from 'eslint-plugin-next-slots';\nba.configs.strict")).toEqual([
      'recommended',
    ]);
  });

  test.each([
    [
      'the recommended rules',
      "import slots from 'eslint-plugin-next-slots';\nexport default [slots.configs.recommended];",
      ['recommended'],
    ],
    [
      'the strict ones',
      "import nextSlots from 'eslint-plugin-next-slots';\nexport default [nextSlots.configs['strict']];",
      ['strict'],
    ],
    [
      'those of another plugin’s strict config not',
      "import tseslint from 'typescript-eslint';\nimport s from 'eslint-plugin-next-slots';\nexport default [tseslint.configs.strict, s.configs.recommended];",
      ['recommended'],
    ],
    [
      'those of an app',
      "const slots = require('eslint-plugin-next-slots');\nmodule.exports = [...slots.forApps(__dirname, { preset: 'strict' })];",
      ['strict'],
    ],
    [
      'those that an old config extends',
      '{ "extends": ["plugin:next-slots/recommended"] }',
      ['recommended'],
    ],
    [
      'single rules, and one that is off is ESLint’s to decide as well',
      "rules: { 'next-slots/require-slot-default': 'error', \"next-slots/match-slot-props\": 'off' }",
      ['require-slot-default', 'match-slot-props'],
    ],
    [
      'a preset and a rule more',
      "import n from 'eslint-plugin-next-slots';\n[n.configs.recommended, { rules: { 'next-slots/require-slot-error': 'warn' } }]",
      ['recommended', 'require-slot-error'],
    ],
    [
      'the recommended ones where a shared config hides it',
      "import ours from './ours.js';",
      ['recommended'],
    ],
  ])('%s', (_title, config, rules) => {
    expect(silent(config)).toEqual(rules);
  });
});

describe('the language server is silent', () => {
  const settings = async () => (await new FolderSettings().of(Uri.file('/project'))).silent;

  beforeEach(() => {
    editor.reset();
    editor.files.set('/project/package.json', manifest);
    editor.files.set('/project/eslint.config.js', 'export default [];');
  });

  test('only beside ESLint', async () => {
    expect(await settings()).toEqual([]);
    editor.install('dbaeumer.vscode-eslint');
    expect(await settings()).toEqual(['recommended']);
    editor.set('eslint.enable', false);
    expect(await settings()).toEqual([]);
  });

  test('unless the setting says otherwise', async () => {
    editor.install('dbaeumer.vscode-eslint');
    editor.set('nextSlots.diagnostics', 'on');
    expect(await settings()).toEqual([]);
    editor.set('nextSlots.diagnostics', 'off');
    editor.set('nextSlots.rules', { 'require-slot-error': 'warn' });
    expect(await settings()).toEqual(['recommended', 'strict', 'require-slot-error']);
  });

  test('from the moment on that a config names the plugin', async () => {
    editor.install('dbaeumer.vscode-eslint');
    editor.files.set('/project/package.json', '{}');
    const folders = new FolderSettings();
    const watching = watchSettings(() => {
      folders.forget();
    });
    const now = async () => (await folders.of(Uri.file('/project'))).silent;
    expect(await now()).toEqual([]);
    editor.write(
      '/project/eslint.config.js',
      "import s from 'eslint-plugin-next-slots';\nexport default [s.configs.strict];",
    );
    expect(await now()).toEqual(['strict']);
    watching.dispose();
  });
});
