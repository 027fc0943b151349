/** What decides which rules ESLint reports in a folder. */
export interface EslintFacts {
  /** Whether the ESLint extension is at work. */
  readonly isEslintAtWork: boolean;
  /** The texts of the manifests in the folder. */
  readonly manifests: readonly string[];
  /** The texts of the ESLint configs in the folder. */
  readonly configs: readonly string[];
}

const pluginName = 'eslint-plugin-next-slots';

/** What the plugin is imported as. */
const importedAs = new RegExp(
  String.raw`(?:import\s+|(?:const|let|var)\s+)(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(?:from|=)[^\n;]*['"]${pluginName}['"]`,
  'gu',
);

/**
 * The rules that the ESLint extension reports already, so that nobody reads a problem twice: names of
 * rules, and of presets for all that are in them.
 *
 * ESLint decides about each rule that its config names, also where it turns the rule off. A config is
 * a program, so it is read as text: where it shows no preset (it may come from a shared config), it is
 * taken for `recommended`.
 */
export function silentRules({
  isEslintAtWork,
  manifests,
  configs,
}: EslintFacts): readonly string[] {
  if (!isEslintAtWork || !hasPlugin(manifests, configs)) return [];
  const presets = configs.flatMap(presetsIn);
  const rules = configs.flatMap(rulesIn);
  const isBare = presets.length === 0 && rules.length === 0;
  return [...new Set([...(isBare ? ['recommended'] : presets), ...rules])];
}

function hasPlugin(manifests: readonly string[], configs: readonly string[]): boolean {
  return (
    manifests.some((text) => text.includes(`"${pluginName}"`)) ||
    configs.some((text) => text.includes(pluginName))
  );
}

function presetsIn(config: string): readonly string[] {
  const found = Array.from(
    config.matchAll(/['"](?:plugin:)?next-slots\/(?<preset>recommended|strict)['"]/gu),
    ({ groups }) => groups?.['preset'] ?? '',
  );
  for (const { groups } of config.matchAll(importedAs)) {
    const name = (groups?.['name'] ?? '').replaceAll('$', String.raw`\$`);
    const used = new RegExp(
      String.raw`${name}\.configs(?:\.|\[['"])(?<preset>recommended|strict)\b`,
      'gu',
    );
    for (const match of config.matchAll(used)) found.push(match.groups?.['preset'] ?? '');
    if (config.includes(`${groups?.['name'] ?? ''}.forApps(`)) {
      found.push(/preset:\s*['"]strict['"]/u.test(config) ? 'strict' : 'recommended');
    }
  }
  return found;
}

function rulesIn(config: string): readonly string[] {
  return Array.from(
    config.matchAll(/next-slots\/(?<rule>[a-z][a-z-]*)['"]?\s*:/gu),
    ({ groups }) => groups?.['rule'] ?? '',
  );
}
