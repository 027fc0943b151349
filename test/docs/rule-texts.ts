import { presetNames, type Check, type PresetName } from '@next-slots/core';
import { documentedVersions } from './rule-versions.js';
import type { OptionSchema, RuleSchema } from './rule-schema.js';

/** A check, and the Next.js versions that report the examples of its page. */
export interface CheckInVersions {
  readonly check: Check;
  readonly versions: readonly string[];
}

/** The top of a check's page. */
export function headerOf({ check, versions }: CheckInVersions): string {
  const marks = [
    check.fixable && '🔧 Auto-fixable: `npx next-slots fix`, `eslint --fix`, or a quick fix.',
    check.hasSuggestions && '💡 Has suggestions in editors.',
  ].filter((mark) => mark !== false);
  const all = Object.keys(documentedVersions);
  return [
    `# ${check.name}`,
    `${check.description}.`,
    `Presets: ${presetNames.map((preset) => `${levelWithOptions(check, preset)} in \`${preset}\``).join(', ')}.`,
    ...(versions.length < all.length ? [`Next.js: ${versions.join(', ')}.`] : []),
    ...marks,
  ].join('\n\n');
}

/** How a check is switched off, for one line or everywhere. */
export function disableOf({ name }: Check): string {
  return `For one line, with a comment above it:

\`\`\`tsx
// eslint-disable-next-line next-slots/${name} -- the reason
\`\`\`

For all files, set \`'next-slots/${name}': 'off'\` under \`rules\` in the ESLint config. For the command line, set \`'${name}': 'off'\` under \`rules\` in \`next-slots.config.js\`.`;
}

/** A config of oxlint with the rules and options of `recommended`. */
export function oxlintConfig(checks: readonly CheckInVersions[]): string {
  const rules = byName(checks).flatMap(({ check: { name, presets } }) => {
    const entry = presets.recommended;
    if (entry === undefined) return [];
    const { severity, options } =
      typeof entry === 'string' ? { severity: entry, options: undefined } : entry;
    const level = severity === 'warning' ? 'warn' : severity;
    return [[`next-slots/${name}`, options === undefined ? level : [level, options]]];
  });
  const config = {
    jsPlugins: ['eslint-plugin-next-slots'],
    rules: Object.fromEntries(rules) as Record<string, unknown>,
  };
  return `\`\`\`json\n${JSON.stringify(config)}\n\`\`\``;
}

/** The data of the table of rules on the site. */
export function ruleData(checks: readonly CheckInVersions[]): string {
  const rules = byName(checks).map(({ check, versions }) => ({
    name: check.name,
    description: check.description,
    ...Object.fromEntries(presetNames.map((preset) => [preset, levelOf(check, preset)])),
    fixable: check.fixable,
    hasSuggestions: check.hasSuggestions,
    versions,
  }));
  return JSON.stringify({ versions: Object.keys(documentedVersions), rules });
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

/**
 * The table of all rules, by name.
 *
 * @param folder - The folder of the rules' pages, as seen from the page with the table.
 */
export function ruleTable(checks: readonly CheckInVersions[], folder: string): string {
  const rows = byName(checks).map(({ check }) => [
    `[${check.name}](${folder}/${check.name}.md)`,
    check.description,
    ...presetNames.map((preset) => levelOf(check, preset)),
    `${check.fixable ? '🔧' : ''}${check.hasSuggestions ? '💡' : ''}`,
  ]);
  return table(['rule', 'what it does', ...presetNames.map((name) => `\`${name}\``), ''], rows);
}

function byName(checks: readonly CheckInVersions[]): readonly CheckInVersions[] {
  return [...checks].sort((a, b) => (a.check.name < b.check.name ? -1 : 1));
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
