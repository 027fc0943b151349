import { createRequire } from 'node:module';
import { checks } from '@next-slots/core';
import type { TSESLint } from '@typescript-eslint/utils';
import type { ESLint, Linter, Rule } from 'eslint';
import type { AppConfigOptions } from './app-config-options.js';
import { appConfigs } from './app-configs.js';
import { legacyPresetConfig, presetConfig } from './presets.js';
import { LintSession } from './lint-session.js';
import { ruleFromCheck } from './rule-from-check.js';

const session = new LintSession();
const manifest = createRequire(import.meta.url)('../package.json') as {
  readonly name: string;
  readonly version: string;
};

/**
 * ESLint's plugin object: the rules, `configs.recommended` and `configs.strict` for flat config, the
 * same with `-legacy` for `.eslintrc`, and `forApps`, which makes configs for the app directories alone.
 */
const plugin = {
  meta: { name: manifest.name, version: manifest.version, namespace: 'next-slots' },
  rules: Object.fromEntries(
    checks.map((check) => [check.name, typedByESLint(ruleFromCheck(check, session))]),
  ),
  // Getters, since ESLint wants the plugin itself in them: another object of the same name is rejected.
  configs: {
    get recommended(): Linter.Config {
      return presetConfig(plugin, 'recommended');
    },
    get strict(): Linter.Config {
      return presetConfig(plugin, 'strict');
    },
    get 'recommended-legacy'(): Linter.LegacyConfig {
      return legacyPresetConfig('recommended');
    },
    get 'strict-legacy'(): Linter.LegacyConfig {
      return legacyPresetConfig('strict');
    },
  },
  /**
   * A preset for the app directories of a repository and nothing else, with what keeps
   * `eslint --cache` true: one config for each app.
   *
   * @param root - The absolute path of the config file's folder: `import.meta.dirname`, `__dirname`.
   * @throws TypeError for a root that is no absolute path and for options that cannot be used.
   */
  forApps: (root: string, options?: AppConfigOptions): Linter.Config[] =>
    appConfigs(plugin, session, root, options),
} satisfies ESLint.Plugin & Record<'forApps', unknown>;

/**
 * The types of typescript-eslint hold what only ESLint 8 hands to rules, so ESLint's own types do not
 * accept them. Whoever has the plugin need not have typescript-eslint.
 */
function typedByESLint(rule: TSESLint.AnyRuleModule): Rule.RuleModule {
  return rule as unknown as Rule.RuleModule;
}

export type { AppConfigOptions };
export default plugin;
