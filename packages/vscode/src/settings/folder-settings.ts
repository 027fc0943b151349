import { workspace, type Uri, type WorkspaceFolder } from 'vscode';
import { rulesOfEslint } from '../eslint/eslint-at-work.js';
import { providerAtWork } from '../typescript/typescript-at-work.js';
import { serverSettings, type ServerSettings } from './server-settings.js';
import { userSettings } from './user-settings.js';

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
    const key = folder.uri.toString();
    let silent = this.#silent.get(key);
    if (!silent) this.#silent.set(key, (silent = rulesOfEslint(folder)));
    return silent;
  }
}
