/** Who gives completions, hovers and definitions for slots. */
export type Provider = 'typescript-plugin' | 'language-server';

/** What decides it. */
export interface TypeScriptFacts {
  /** The setting that asks for TypeScript 7. */
  readonly useTsgo: boolean;
  /** Whether an extension is installed and enabled. */
  readonly hasExtension: (id: string) => boolean;
}

/** The extensions that bring TypeScript 7, which loads no plugins. */
const typescript7Extensions = [
  'typescriptteam.vscode-typescript',
  'typescriptteam.vscode-typescript-nightly',
  'typescriptteam.native-preview',
] as const;

/** VS Code's own TypeScript, whose server loads our plugin. */
export const builtInTypeScript = 'vscode.typescript-language-features';

/**
 * Chooses so that nobody answers twice and somebody always does: the plugin while VS Code's built-in
 * TypeScript runs, else the language server.
 */
export function chooseProvider({ useTsgo, hasExtension }: TypeScriptFacts): Provider {
  const isTypeScript7 = useTsgo && typescript7Extensions.some(hasExtension);
  return !isTypeScript7 && hasExtension(builtInTypeScript)
    ? 'typescript-plugin'
    : 'language-server';
}
