import { presetRules, type PresetName } from '@next-slots/core';
import type { ESLint, Linter } from 'eslint';

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
