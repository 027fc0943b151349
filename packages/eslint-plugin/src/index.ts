import { createRequire } from 'node:module';
import { checks } from '@next-slots/core';
import type { ESLint, Linter } from 'eslint';
import { presetConfig } from './presets.js';
import { LintSession } from './lint-session.js';
import { ruleFromCheck } from './rule-from-check.js';

const session = new LintSession();
const manifest = createRequire(import.meta.url)('../package.json') as {
  readonly name: string;
  readonly version: string;
};

/** ESLint's plugin object: the rules, and `configs.recommended` and `configs.strict` for flat config. */
const plugin = {
  meta: { name: manifest.name, version: manifest.version, namespace: 'next-slots' },
  rules: Object.fromEntries(checks.map((check) => [check.name, ruleFromCheck(check, session)])),
  // Getters, since ESLint wants the plugin itself in them: another object of the same name is refused.
  configs: {
    get recommended(): Linter.Config {
      return presetConfig(plugin, 'recommended');
    },
    get strict(): Linter.Config {
      return presetConfig(plugin, 'strict');
    },
  },
} satisfies ESLint.Plugin;

export { plugin as default, plugin as 'module.exports' };
