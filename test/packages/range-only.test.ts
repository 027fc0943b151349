/**
 * A fresh clone, before anything is installed: there is no `node_modules`, and the version of Next comes
 * from a range. Every packed program answers all the same, and finds nothing but what came with it.
 */
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { stage } from '../../packages/vscode/scripts/stage.js';
import { brokenSlot, CliApp } from '../harness/cli-app.js';
import { LspApp, pullingClient } from '../harness/lsp-app.js';
import type { LspClient } from '../harness/lsp-client.js';
import { NextApp, runProcess } from '../harness/next-app.js';
import { link, workspace } from '../harness/packed.js';
import { Tsserver } from '../harness/tsserver.js';
import { Editor, ours } from '../harness/tsserver-app.js';

const report = '`@team` has no ';

const clone = {
  ...brokenSlot,
  'package.json': JSON.stringify({ type: 'module', dependencies: { next: '^15.2.0' } }),
} as const;

/** The extension, laid out as in its `.vsix`. */
let extension: string;

beforeAll(async () => {
  extension = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-stage-')));
  await stage(extension, { small: false });
});

afterAll(() => {
  rmSync(extension, { recursive: true, force: true });
});

test('no process that a test starts is lent modules', () => {
  expect(process.env['NODE_PATH']).toBeUndefined();
});

test('the command line', async () => {
  const app = new CliApp(clone);
  expect(await app.json(['check'])).toMatchObject({ apps: [{ next: '15.5.29' }] });
  const { stdout } = await app.cli(['check', '--next-version', '14']);
  expect(stdout).toContain(report);
});

test('the ESLint plugin', async () => {
  const app = new NextApp(clone);
  const tools = new NextApp({ 'eslint.config.mjs': eslintConfig });
  link(join(workspace, 'node_modules/eslint'), tools.path('node_modules/eslint'));
  const plugin = 'eslint-plugin-next-slots';
  link(join(inject('packed'), plugin), tools.path('node_modules', plugin));
  const { stdout, stderr } = await runProcess(
    process.execPath,
    [
      tools.path('node_modules/eslint/bin/eslint.js'),
      '--config',
      tools.path('eslint.config.mjs'),
      'app/dash/layout.tsx',
    ],
    { cwd: app.root },
  );
  expect(stderr).toBe('');
  expect(stdout).toContain(report);
});

const servers = {
  'the language server': () =>
    join(inject('packed'), 'next-slots-language-server', 'dist', 'main.js'),
  'the language server of the extension': () => join(extension, 'dist', 'server.mjs'),
} as const;

test.each(Object.entries(servers))('%s', async (_name, entry) => {
  const app = new LspApp(clone);
  const command = [process.execPath, entry(), '--stdio'];
  for (const initializationOptions of [{}, { nextVersion: '14' }]) {
    const client = await app.start({ command, capabilities: pullingClient, initializationOptions });
    expect(await problemsOf(client)).toContain(report);
    expect(client.stderr).toBe('');
  }
  expect(readdirSync(app.root)).not.toContain('node_modules');
});

test('the plugin of the extension, in the tsserver of an editor', async () => {
  const app = new NextApp({
    ...clone,
    'tsconfig.json': '{ "compilerOptions": { "jsx": "preserve" } }',
  });
  const server = new Tsserver('6.0', app.root, onTestFinished, {
    args: ['--globalPlugins', ours, '--pluginProbeLocations', extension],
  });
  const editor = new Editor(app, server);
  const list = await editor.completions(
    'app/dash/layout.tsx',
    'export default function Layout({ children, ‸ }) {\n  return children;\n}\n',
  );
  expect(list.map(({ name }) => name)).toContain('team');
  expect(server.ownLog().filter((line) => /error|failed/iu.test(line))).toEqual([]);
});

async function problemsOf(client: LspClient): Promise<string> {
  return JSON.stringify(await client.request('workspace/diagnostic', { previousResultIds: [] }));
}

const eslintConfig = `
import nextSlots from 'eslint-plugin-next-slots';
export default [
  {
    files: ['**/*.tsx'],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  },
  nextSlots.configs.recommended,
];
`;
