/** Whether the tsserver plugin is at work, as the config files of a project say. */
import { expect, test, vi } from 'vitest';
import { PluginAtWork } from '../../packages/language-server/src/language/plugin-at-work.js';
import { TypeScriptParser } from '../../packages/language-server/src/typescript-parser.js';
import { NextApp } from '../harness/next-app.js';

const asked = { plugins: [{ name: 'typescript-plugin-next-slots' }] };

function isAtWork(configs: Readonly<Record<string, object>>) {
  const files = Object.entries(configs).map(([name, config]) => [name, JSON.stringify(config)]);
  const { root } = new NextApp(Object.fromEntries(files) as Readonly<Record<string, string>>);
  const parser = new TypeScriptParser(() => undefined);
  const loads = vi.spyOn(parser, 'load');
  const plugin = new PluginAtWork(parser).in({ root, appDir: root, workspace: root });
  return { plugin, reads: loads.mock.calls.length };
}

test('each config is read once, though they extend each other and themselves', () => {
  expect(
    isAtWork({
      'tsconfig.json': { extends: ['./tsconfig.json', './base.json', './tsconfig.json'] },
      'base.json': { extends: ['./tsconfig.json', './plugins.json', './base.json'] },
      'plugins.json': { extends: './base.json', compilerOptions: asked },
    }),
  ).toEqual({ plugin: true, reads: 3 });
});

test('a chain that never ends is given up', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [
      at === 0 ? 'tsconfig.json' : `c${at}.json`,
      { extends: [`./c${at + 1}.json`] },
    ]),
  );
  expect(isAtWork(chain)).toEqual({ plugin: false, reads: 100 });
});
