import { extensions } from 'vscode';
import type { UserSettings } from '../settings/user-settings.js';
import { builtInTypeScript } from './typescript-at-work.js';

const plugin = 'typescript-plugin-next-slots';

/** What VS Code's TypeScript exports; see its `api.ts`. */
interface TypeScriptApi {
  getAPI(version: 0): { configurePlugin(plugin: string, options: object): void } | undefined;
}

/** Hands the user's settings to our plugin in VS Code's TypeScript, where that runs. */
export async function configurePlugin({ shared, completions }: UserSettings): Promise<void> {
  const typescript = extensions.getExtension<TypeScriptApi>(builtInTypeScript);
  if (!typescript) return;
  const api = (await typescript.activate()).getAPI(0);
  api?.configurePlugin(plugin, {
    ...shared,
    completions: completions !== 'off',
    // Code actions are the language server's.
    refactors: false,
  });
}
