import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stage } from '../../packages/vscode/scripts/stage.js';

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: object };
  readonly contributes: {
    readonly typescriptServerPlugins: readonly object[];
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, object>> };
  };
}

let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-stage-')));
  await stage(folder, { small: false });
  manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the extension holds these files and no others, none of them a link', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => ({ file: file.replaceAll('\\', '/'), stats: lstatSync(join(folder, file)) }))
    .filter(({ stats }) => !stats.isDirectory());
  expect(files.filter(({ stats }) => stats.isSymbolicLink())).toEqual([]);
  expect(files.map(({ file }) => file).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'ThirdPartyNotices.txt',
    'dist/explorer/explorer.css',
    'dist/explorer/explorer.js',
    'dist/extension.cjs',
    'dist/run.cjs',
    'dist/server.mjs',
    'images/icon.png',
    'node_modules/typescript-plugin-next-slots/dist/ThirdPartyNotices.txt',
    'node_modules/typescript-plugin-next-slots/dist/index.cjs',
    'node_modules/typescript-plugin-next-slots/package.json',
    'node_modules/typescript/LICENSE.txt',
    'node_modules/typescript/ThirdPartyNoticeText.txt',
    'node_modules/typescript/lib/typescript.js',
    'node_modules/typescript/package.json',
    'package.json',
  ]);
});

test('the files that it names exist and start', () => {
  const require = createRequire(join(folder, 'package.json'));
  expect(require('typescript-plugin-next-slots')).toBeTypeOf('function');
  const server = [join(folder, 'dist', 'server.mjs'), '--version'];
  expect(execFileSync(process.execPath, server, { encoding: 'utf8' })).toMatch(
    /^\d+\.\d+\.\d+\n$/u,
  );
  // VS Code's start waits for this one.
  expect(lstatSync(join(folder, manifest.main)).size).toBeLessThan(8_000);
  // A PNG of 256 pixels a side.
  const icon = readFileSync(join(folder, manifest.icon));
  expect(icon.subarray(1, 4).toString()).toBe('PNG');
  expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
});

test('TypeScript gets the plugin whichever version a workspace selects', () => {
  expect(manifest.contributes.typescriptServerPlugins).toEqual([
    { name: 'typescript-plugin-next-slots', enableForWorkspaceTypeScriptVersions: true },
  ]);
});

test('every command is carried out, and every setting is read', () => {
  const code = readFileSync(join(folder, 'dist', 'run.cjs'), 'utf8');
  for (const { command } of manifest.contributes.commands) expect(code).toContain(`"${command}"`);
  for (const setting of Object.keys(manifest.contributes.configuration.properties)) {
    const name = setting.slice('nextSlots.'.length);
    expect(code).toContain(name === 'trace.server' ? '.trace' : `"${name}"`);
  }
});

test('settings about folders and files apply only in trusted workspaces', () => {
  // VS Code heeds the list only of what is supported in part.
  expect(manifest.capabilities.untrustedWorkspaces).toMatchObject({
    supported: 'limited',
    restrictedConfigurations: ['nextSlots.appDir', 'nextSlots.template'],
  });
});

test('it waits for a workspace that may hold Next', () => {
  for (const event of manifest.activationEvents) expect(event).toMatch(/^workspaceContains:/u);
});
