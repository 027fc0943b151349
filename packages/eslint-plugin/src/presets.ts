import { checks, type PresetName } from '@next-slots/core';
import type { ESLint, Linter } from 'eslint';

const severities = { error: 'error', warning: 'warn' } as const;

/** A preset as a flat config. */
export function presetConfig(plugin: ESLint.Plugin, preset: PresetName): Linter.Config {
  return {
    name: `next-slots/${preset}`,
    plugins: { 'next-slots': plugin },
    rules: presetRules(preset),
  };
}

/** A preset for `extends` in an `.eslintrc`: `plugin:next-slots/recommended-legacy`. */
export function legacyPresetConfig(preset: PresetName): Linter.LegacyConfig {
  return { plugins: ['next-slots'], rules: presetRules(preset) };
}

function presetRules(preset: PresetName): Linter.RulesRecord {
  return Object.fromEntries(
    checks.flatMap(({ name, presets }) => {
      const entry = presets[preset];
      if (entry === undefined) return [];
      const level: Linter.RuleEntry =
        typeof entry === 'string' ? severities[entry] : [severities[entry.severity], entry.options];
      return [[`next-slots/${name}`, level]];
    }),
  );
}
