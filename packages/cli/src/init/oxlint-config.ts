import { presetRules } from '@next-slots/core';
import { configObject, isJson } from './exported-value.js';
import { addItem, addProperties, addProperty, objectBlock, property } from './text-edits.js';

const plugin = '"eslint-plugin-next-slots"';

/** The lines to paste where oxlint's config cannot be edited safely. */
export function oxlintLines(file: string): readonly string[] {
  return [
    `${key(file, 'jsPlugins')}: [${plugin}],`,
    `${key(file, 'rules')}: {`,
    ...recommendedRules().map((rule) => `  ${rule},`),
    '},',
  ];
}

/**
 * Adds the plugin and the recommended rules to oxlint's config.
 *
 * @returns undefined where they cannot be added for sure.
 */
export function addToOxlintConfig(file: string, text: string): string | undefined {
  const withRules = addRules(file, text);
  const config = withRules === undefined ? undefined : configObject(file, withRules);
  if (withRules === undefined || !config) return undefined;
  const known = property(config, 'jsPlugins');
  if (!known) return addProperty(withRules, config, `${key(file, 'jsPlugins')}: [${plugin}]`);
  return known.type === 'ArrayExpression' ? addItem(withRules, known, plugin) : undefined;
}

function addRules(file: string, text: string): string | undefined {
  const config = configObject(file, text);
  const known = config && property(config, 'rules');
  if (!config || (known && known.type !== 'ObjectExpression')) return undefined;
  const rules = recommendedRules();
  return known
    ? addProperties(text, known, rules)
    : addProperty(text, config, `${key(file, 'rules')}: ${objectBlock(rules)}`);
}

function key(file: string, name: string): string {
  return isJson(file) ? `"${name}"` : name;
}

/** `"next-slots/require-slot-default": "error"`, by name. */
function recommendedRules(): readonly string[] {
  return Object.entries(presetRules('recommended'))
    .map(([name, level]) => `"${name}": ${inOneLine(level)}`)
    .sort();
}

/** JSON with the spaces that formatters put in. */
function inOneLine(value: unknown): string {
  return JSON.stringify(value, undefined, 1)
    .replaceAll(/\n\s*/gu, ' ')
    .replaceAll(/\[ | \]/gu, (each) => each.trim());
}
