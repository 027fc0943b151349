import { workspace, type Uri } from 'vscode';

/** The section of our settings. */
export const section = 'nextSlots';

/** The settings that every integration has under the same names. */
const sharedNames = ['template', 'nextVersion', 'bundler', 'appDir', 'pageExtensions'] as const;

/** `auto`: as far as nobody else does it. */
type Mode = 'auto' | 'on' | 'off';

/** What the user set. What is not set is not there, so that the defaults of each integration apply. */
export type UserSettings = Readonly<ReturnType<typeof userSettings>>;

/** Reads the settings that hold for a folder; those of the window without one. */
export function userSettings(scope?: Uri) {
  const configuration = workspace.getConfiguration(section, scope);
  const shared = sharedNames.flatMap((name) => {
    const value: unknown = configuration.get(name);
    return value === null || value === undefined ? [] : [[name, value] as const];
  });
  return {
    shared: Object.fromEntries(shared),
    preset: configuration.get<unknown>('preset'),
    rules: configuration.get<unknown>('rules'),
    diagnostics: configuration.get<Mode>('diagnostics', 'auto'),
    completions: configuration.get<Mode>('completions', 'auto'),
    codeLens: configuration.get<unknown>('codeLens'),
    documentLinks: configuration.get<unknown>('documentLinks'),
  };
}
