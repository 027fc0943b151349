import type { Provider } from '../typescript/choose-provider.js';
import type { UserSettings } from './user-settings.js';

/** Presets whose every rule is silent, and single rules. */
export type Silent = readonly string[];

/** The settings of the language server. Beside these, the user's settings under their own names. */
export interface ServerSettings {
  readonly typescriptPlugin: 'on' | 'off';
  readonly silent: Silent;
  readonly [setting: string]: unknown;
}

/** The settings of the language server: the user's, and what else is at work in the editor. */
export function serverSettings(
  settings: UserSettings,
  provider: Provider,
  silent: Silent,
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
