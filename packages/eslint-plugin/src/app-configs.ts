import { isAbsolute, relative, sep } from 'node:path';
import { parseSettings, presetNames, type PresetName } from '@next-slots/core';
import { findAppsBelow, fingerprintApp, isInside, type AppLocation } from '@next-slots/core/node';
import type { ESLint, Linter } from 'eslint';
import type { AppConfigOptions } from './app-config-options.js';
import type { LintSession } from './lint-session.js';
import { presetConfig } from './presets.js';

/**
 * A preset for the app directories of a repository and nothing else, one config for each of them.
 *
 * Each carries a fingerprint of its app's route files in the settings, and the settings are part of
 * the key of ESLint's cache: what `eslint --cache` remembers of a layout is dropped when a slot beside
 * it changes, though the layout itself does not.
 *
 * @param root - The absolute path of the folder that `files` of the config are relative to:
 *   `import.meta.dirname` or `__dirname` of the config file.
 * @returns the preset for every file, where there is no app directory yet.
 * @throws TypeError for a root that is no absolute path and for options that cannot be used.
 */
export function appConfigs(
  plugin: ESLint.Plugin,
  session: LintSession,
  root: string,
  options: AppConfigOptions = {},
): Linter.Config[] {
  if (typeof root !== 'string' || !isAbsolute(root)) {
    throw new TypeError(
      `next-slots: the root has to be an absolute path, such as import.meta.dirname, not ${root}.`,
    );
  }
  checkOptions(options);
  const { preset = 'recommended', rules = {}, settings = {} } = options;
  checkPreset(preset);
  const parsed = parseSettings(settings);
  if (!parsed.ok) throw new TypeError(`next-slots: settings: ${parsed.problems.join('; ')}.`);

  const own = presetConfig(plugin, preset);
  const shared = { ...own, rules: { ...own.rules, ...rules } };
  const apps = findAppsBelow(root, parsed.value);
  if (apps.length === 0) return [{ ...shared, settings: { 'next-slots': settings } }];
  return apps.map((app) => ({
    ...shared,
    name: `${shared.name ?? 'next-slots'} in ${patternPath(root, app)}`,
    files: [`${patternPath(root, app)}/**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}`],
    // Layouts are written in JSX, and ESLint's own parser accepts it only with an option.
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    settings: {
      'next-slots': {
        ...settings,
        // Absolute, since a rule knows the folder that ESLint runs in and not the root.
        appDir: app.appDir,
        fingerprint: fingerprintApp(app, parsed.value, session.folders(app)),
      },
    },
  }));
}

function checkOptions(options: unknown): void {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return;
  const given = Array.isArray(options) ? 'a list' : String(options);
  throw new TypeError(`next-slots: the options have to be an object, not ${given}.`);
}

function checkPreset(preset: string): asserts preset is PresetName {
  if (presetNames.some((name) => name === preset)) return;
  throw new TypeError(
    `next-slots: there is no preset "${preset}", only ${presetNames.join(', ')}.`,
  );
}

/** An app directory as a pattern of ESLint matches it: below the root, with `/`, and literally. */
function patternPath(root: string, { appDir }: AppLocation): string {
  const path = relative(root, appDir);
  if (path === '' || !isInside(appDir, root)) {
    throw new TypeError(`next-slots: the app directory ${appDir} does not lie below ${root}.`);
  }
  return path
    .split(sep)
    .join('/')
    .replaceAll(/[\\()[\]{}!*?+@|]/gu, '\\$&');
}
