import { beforeEach, describe, expect, test } from 'vitest';
import { FolderSettings } from '../../packages/vscode/src/settings/folder-settings.js';
import { watchSettings } from '../../packages/vscode/src/settings/watch-settings.js';
import { providerAtWork } from '../../packages/vscode/src/typescript/typescript-at-work.js';
import { editor } from './fake-vscode.js';

const builtIn = 'vscode.typescript-language-features';
const stable = 'typescriptteam.vscode-typescript';
const nightly = 'typescriptteam.vscode-typescript-nightly';
const preview = 'typescriptteam.native-preview';

beforeEach(() => {
  editor.reset();
});

describe('who answers', () => {
  test.each([
    ['the plugin in VS Code as it comes', false, [builtIn], 'typescript-plugin'],
    ['the server beside TypeScript 7', true, [builtIn, stable], 'language-server'],
    ['the server beside its nightly', true, [builtIn, nightly], 'language-server'],
    ['the server beside its preview', true, [builtIn, preview], 'language-server'],
    [
      'the plugin where TypeScript 7 is not asked for',
      false,
      [builtIn, stable],
      'typescript-plugin',
    ],
    ['the plugin where TypeScript 7 is not installed', true, [builtIn], 'typescript-plugin'],
    ['the server where VS Code’s TypeScript is disabled', false, [], 'language-server'],
  ] as const)('%s', (_title, useTsgo, installed, provider) => {
    editor.install(...installed);
    editor.set('js/ts.experimental.useTsgo', useTsgo);
    expect(providerAtWork()).toBe(provider);
  });
});

describe('the switch', () => {
  /** What the language server is told after each change that it is told of. */
  async function told(change: () => void): Promise<unknown> {
    const settings = new FolderSettings();
    let changes = 0;
    const watching = watchSettings(() => {
      changes += 1;
    });
    change();
    watching.dispose();
    expect(changes).toBeGreaterThan(0);
    return (await settings.of(undefined)).typescriptPlugin;
  }

  test('follows the setting and the extensions while both run', async () => {
    editor.install(builtIn);
    expect(
      await told(() => {
        editor.install(preview);
      }),
    ).toBe('on');
    expect(
      await told(() => {
        editor.set('js/ts.experimental.useTsgo', true);
      }),
    ).toBe('off');
    expect(
      await told(() => {
        editor.uninstall(preview);
      }),
    ).toBe('on');
    expect(
      await told(() => {
        editor.install(stable);
      }),
    ).toBe('off');
    expect(
      await told(() => {
        editor.set('js/ts.experimental.useTsgo', false);
      }),
    ).toBe('on');
  });

  test('knows the setting by its former name, and the present one wins', async () => {
    editor.install(builtIn, preview);
    expect(
      await told(() => {
        editor.set('typescript.experimental.useTsgo', true);
      }),
    ).toBe('off');
    expect(
      await told(() => {
        editor.set('js/ts.experimental.useTsgo', false);
      }),
    ).toBe('on');
  });

  test('is not thrown by what has nothing to do with it', () => {
    let changes = 0;
    const watching = watchSettings(() => {
      changes += 1;
    });
    editor.set('editor.fontSize', 12);
    watching.dispose();
    editor.set('js/ts.experimental.useTsgo', true);
    expect(changes).toBe(0);
  });
});

test('the settings reach the server under the names that every integration uses', async () => {
  editor.install(builtIn);
  editor.set('nextSlots.preset', 'strict');
  editor.set('nextSlots.appDir', 'web/app');
  editor.set('nextSlots.nextVersion', null);
  editor.set('nextSlots.completions', 'off');
  const settings = await new FolderSettings().of(undefined);
  expect(settings).toMatchObject({ preset: 'strict', appDir: 'web/app', completions: 'off' });
  expect(settings).not.toHaveProperty('nextVersion');
});
