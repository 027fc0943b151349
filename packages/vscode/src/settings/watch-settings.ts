import { Disposable, extensions, workspace } from 'vscode';
import { eslintFiles } from '../eslint/eslint-at-work.js';
import { tsgoSettings } from '../typescript/typescript-at-work.js';
import { section } from './user-settings.js';

/** The settings that change those of the language server. */
const telling = [section, 'eslint.enable', ...tsgoSettings];

/** Says when the settings, TypeScript or ESLint of the workspace may be others than before. */
export function watchSettings(onChange: () => void): Disposable {
  const files = workspace.createFileSystemWatcher(eslintFiles);
  return Disposable.from(
    files,
    files.onDidCreate(onChange),
    files.onDidChange(onChange),
    files.onDidDelete(onChange),
    extensions.onDidChange(onChange),
    workspace.onDidChangeConfiguration((event) => {
      if (telling.some((name) => event.affectsConfiguration(name))) onChange();
    }),
  );
}
