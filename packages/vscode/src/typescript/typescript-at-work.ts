import { extensions, workspace } from 'vscode';

/** Who gives completions, hovers and definitions for slots. */
export type Provider = 'typescript-plugin' | 'language-server';

/** VS Code's own TypeScript, whose server loads our plugin. */
export const builtInTypeScript = 'vscode.typescript-language-features';

/** The extensions that bring TypeScript 7, which loads no plugins. */
const typescript7Extensions = [
  'typescriptteam.vscode-typescript',
  'typescriptteam.vscode-typescript-nightly',
  'typescriptteam.native-preview',
] as const;

/** The settings that ask for TypeScript 7, the present name first. */
export const tsgoSettings = [
  'js/ts.experimental.useTsgo',
  'typescript.experimental.useTsgo',
] as const;

/**
 * Chooses so that nobody answers twice and somebody always does: the plugin while VS Code's built-in
 * TypeScript runs, else the language server.
 */
export function providerAtWork(): Provider {
  const hasExtension = (id: string) => extensions.getExtension(id) !== undefined;
  const isTypeScript7 = useTsgo() && typescript7Extensions.some(hasExtension);
  return !isTypeScript7 && hasExtension(builtInTypeScript)
    ? 'typescript-plugin'
    : 'language-server';
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
