import { presetNames, type Check, type PresetName } from '@next-slots/core';
import type { OptionSchema, RuleSchema } from './rule-schema.js';

/** What is said of a check in front of its page. */
export function headerOf(check: Check): string {
  const marks = [
    check.fixable &&
      '🔧 Some findings are repaired by `eslint --fix`, `npx next-slots fix` and editors.',
    check.hasSuggestions &&
      '💡 Some findings come with suggestions, those that rename files in editors only.',
  ].filter((mark) => mark !== false);
  return [
    `# ${check.name}`,
    `${check.description}.`,
    `Presets: ${presetNames.map((preset) => `${levelWithOptions(check, preset)} in \`${preset}\``).join(', ')}.`,
    ...marks,
  ].join('\n\n');
}

/** The table of a rule's options. */
export function optionsOf({ properties }: RuleSchema): string {
  const rows = Object.entries(properties).map(([name, option]) => [
    `\`${name}\``,
    typeOf(option),
    option.default === undefined ? '' : `\`${JSON.stringify(option.default)}\``,
    option.description,
  ]);
  return rows.length === 0 ? 'None.' : table(['option', 'type', 'default', 'meaning'], rows);
}

/** The table of all rules, by name. */
export function ruleTable(checks: readonly Check[]): string {
  const rows = [...checks]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((check) => [
      `[${check.name}](docs/rules/${check.name}.md)`,
      check.description,
      ...presetNames.map((preset) => levelOf(check, preset)),
      `${check.fixable ? '🔧' : ''}${check.hasSuggestions ? '💡' : ''}`,
    ]);
  return table(['rule', 'what it is for', ...presetNames.map((name) => `\`${name}\``), ''], rows);
}

function typeOf({ enum: choices, type }: OptionSchema): string {
  return choices ? choices.map((choice) => `\`${JSON.stringify(choice)}\``).join(', ') : type;
}

function levelOf({ presets }: Check, preset: PresetName): string {
  const entry = presets[preset];
  if (entry === undefined) return 'off';
  return typeof entry === 'string' ? entry : entry.severity;
}

function levelWithOptions(check: Check, preset: PresetName): string {
  const entry = check.presets[preset];
  const level = levelOf(check, preset);
  return typeof entry === 'object' ? `${level} with \`${JSON.stringify(entry.options)}\`` : level;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`)
    .join('\n');
}
