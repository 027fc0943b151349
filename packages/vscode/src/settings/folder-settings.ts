import { remembered } from '@next-slots/core';
import { workspace, type Uri, type WorkspaceFolder } from 'vscode';
import { rulesOfEslint } from '../eslint/eslint-at-work.js';
import { providerAtWork, type Provider } from '../typescript/typescript-at-work.js';
import { userSettings, type UserSettings } from './user-settings.js';

/** The settings of the language server. Beside these, the user's settings under their own names. */
export interface ServerSettings {
  readonly typescriptPlugin: 'on' | 'off';
  /** Presets whose every rule is silent, and single rules. */
  readonly silent: readonly string[];
  readonly [setting: string]: unknown;
}

/** The settings of the language server for each folder of the workspace. */
export class FolderSettings {
  /** By folder; looked up again after {@link forget}. */
  readonly #silent = new Map<string, Promise<readonly string[]>>();

  /** The settings for a folder; without one, those of the window. */
  async of(scope: Uri | undefined): Promise<ServerSettings> {
    const folder = scope && workspace.getWorkspaceFolder(scope);
    const silent = folder ? await this.#silentIn(folder) : [];
    return serverSettings(userSettings(scope), providerAtWork(), silent);
  }

  /** Lets what ESLint reports be looked up again. */
  forget(): void {
    this.#silent.clear();
  }

  #silentIn(folder: WorkspaceFolder): Promise<readonly string[]> {
    return remembered(this.#silent, folder.uri.toString(), () => rulesOfEslint(folder));
  }
}

/** The settings of the language server: the user's, and what else is at work in the editor. */
function serverSettings(
  settings: UserSettings,
  provider: Provider,
  silent: readonly string[],
): ServerSettings {
  const { shared, diagnostics, completions, preset, rules, codeLens, documentLinks } = settings;
  return {
    ...shared,
    preset,
    rules,
    codeLens,
    documentLinks,
    completions,
    typescriptPlugin: provider === 'typescript-plugin' ? 'on' : 'off',
    silent:
      diagnostics === 'on'
        ? []
        : diagnostics === 'off'
          ? ['recommended', 'strict', ...names(rules)]
          : silent,
  };
}

function names(rules: unknown): readonly string[] {
  return typeof rules === 'object' && rules !== null ? Object.keys(rules) : [];
}
