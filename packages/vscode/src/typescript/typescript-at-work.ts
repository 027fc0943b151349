import { extensions, workspace } from 'vscode';
import { chooseProvider, type Provider } from './choose-provider.js';

/** The settings that ask for TypeScript 7, the present name first. */
export const tsgoSettings = [
  'js/ts.experimental.useTsgo',
  'typescript.experimental.useTsgo',
] as const;

/** Who gives completions, hovers and definitions as things now stand. */
export function providerAtWork(): Provider {
  return chooseProvider({
    useTsgo: useTsgo(),
    hasExtension: (id) => extensions.getExtension(id) !== undefined,
  });
}

/** The first of the names that the user set counts. */
function useTsgo(): boolean {
  const configuration = workspace.getConfiguration();
  for (const name of tsgoSettings) {
    const set = configuration.inspect<boolean>(name);
    const value = set?.workspaceFolderValue ?? set?.workspaceValue ?? set?.globalValue;
    if (value !== undefined) return value;
  }
  return tsgoSettings.some((name) => configuration.get<boolean>(name) === true);
}
