/** What decides which rules ESLint reports in a folder, where its extension is at work. */
export interface EslintFacts {
  /** The texts of the manifests in the folder. */
  readonly manifests: readonly string[];
  /** The texts of the ESLint configs in the folder. */
  readonly configs: readonly string[];
}

const pluginName = 'eslint-plugin-next-slots';

/** How an import or a declaration begins, up to where it says of what. */
const declaration =
  /(?:import|const|let|var)\s+(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(?:from|=)/gu;

const quotedPlugin = new RegExp(String.raw`['"]${pluginName}['"]|[\n;]`, 'gu');

/** What a config does with something that may be the plugin. */
const presetUse =
  /(?<![\p{ID_Continue}$])(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)\.(?:configs(?:\.|\[['"])(?<preset>recommended|strict)\b|forApps\()/gu;

/**
 * The rules that the ESLint extension reports already, so that nobody reads a problem twice: names of
 * rules, and of presets for all that are in them.
 *
 * ESLint decides about each rule that its config names, also where it turns the rule off. A config is
 * a program, so it is read as text: where it shows no preset (it may come from a shared config), it is
 * taken for `recommended`.
 */
export function silentRules({ manifests, configs }: EslintFacts): readonly string[] {
  if (!hasPlugin(manifests, configs)) return [];
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
  const names = importedAs(config);
  if (names.size === 0) return found;
  const ofApps = /preset:\s*['"]strict['"]/u.test(config) ? 'strict' : 'recommended';
  for (const { groups } of config.matchAll(presetUse)) {
    if (names.has(groups?.['name'] ?? '')) found.push(groups?.['preset'] ?? ofApps);
  }
  return found;
}

/** What the plugin is imported as: the names of all statements that hold its name in their line. */
function importedAs(config: string): ReadonlySet<string> {
  const names = new Set<string>();
  let next: RegExpExecArray | null = null;
  for (const { index, 0: start, groups } of config.matchAll(declaration)) {
    const end = index + start.length;
    if (!next || next.index < end) {
      quotedPlugin.lastIndex = end;
      next = quotedPlugin.exec(config);
      if (!next) break;
    }
    if (next[0].length > 1) names.add(groups?.['name'] ?? '');
  }
  return names;
}

function rulesIn(config: string): readonly string[] {
  return Array.from(
    config.matchAll(/next-slots\/(?<rule>[a-z][a-z-]*)['"]?\s*:/gu),
    ({ groups }) => groups?.['rule'] ?? '',
  );
}
