import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { diskFiles, type AppLocation } from '@next-slots/core/node';
import type { TypeScriptParser } from '../typescript-parser.js';

/** Our plugin for tsserver. */
const pluginName = 'typescript-plugin-next-slots';

/** How long an answer holds, in milliseconds: a config file is not written while somebody types. */
const validity = 1000;

/** More config files than this are not read for one answer. */
const mostConfigs = 100;

/**
 * Whether the tsserver plugin gives an app's editor what we would give: a tsconfig asks for it, and
 * the nearest TypeScript is one that loads plugins.
 */
export class PluginAtWork {
  readonly #parser: TypeScriptParser;
  readonly #answers = new Map<string, { readonly isAtWork: boolean; readonly until: number }>();

  constructor(parser: TypeScriptParser) {
    this.#parser = parser;
  }

  in({ root }: AppLocation): boolean {
    const now = performance.now();
    const known = this.#answers.get(root);
    if (known && now < known.until) return known.isAtWork;
    const isAtWork = this.#isConfigured(root) && !isWithoutPlugins(nearestTypeScript(root));
    this.#answers.set(root, { isAtWork, until: now + validity });
    return isAtWork;
  }

  #isConfigured(root: string): boolean {
    const seen = new Set<string>();
    for (let folder = root; ; folder = dirname(folder)) {
      for (const name of ['tsconfig.json', 'jsconfig.json']) {
        const plugins = this.#plugins(join(folder, name), seen);
        if (plugins) return plugins.includes(pluginName);
      }
      if (dirname(folder) === folder) return false;
    }
  }

  /**
   * The plugins of a config file or of those it extends; undefined where there is no such file.
   *
   * @param seen - The files that were read before: `extends` may lead in a circle, or twice to one file.
   */
  #plugins(file: string, seen: Set<string>): readonly string[] | undefined {
    if (seen.has(file) || seen.size >= mostConfigs) return undefined;
    seen.add(file);
    const config = this.#readConfig(file);
    if (config === undefined) return undefined;
    const own = pluginsIn(config);
    if (own) return own;
    for (const base of basesOf(config).reverse()) {
      const path = resolveBase(base, file);
      const inherited = path === undefined ? undefined : this.#plugins(path, seen);
      if (inherited && inherited.length > 0) return inherited;
    }
    return [];
  }

  #readConfig(file: string): object | undefined {
    const text = diskFiles.readFile(file);
    const ts = text === undefined ? undefined : this.#parser.load();
    if (text === undefined || !ts) return undefined;
    const config: unknown = ts.parseConfigFileTextToJson(file, text).config;
    return typeof config === 'object' && config !== null ? config : {};
  }
}

function pluginsIn(config: object): readonly string[] | undefined {
  const options = 'compilerOptions' in config ? config.compilerOptions : undefined;
  if (typeof options !== 'object' || options === null || !('plugins' in options)) return undefined;
  if (!Array.isArray(options.plugins)) return undefined;
  return (options.plugins as unknown[]).flatMap((plugin) =>
    typeof plugin === 'object' && plugin !== null && 'name' in plugin ? [String(plugin.name)] : [],
  );
}

function basesOf(config: object): string[] {
  const bases: unknown = 'extends' in config ? config.extends : [];
  const all: readonly unknown[] = Array.isArray(bases) ? bases : [bases];
  return all.filter((base) => typeof base === 'string');
}

function resolveBase(base: string, from: string): string | undefined {
  if (base.startsWith('.') || isAbsolute(base)) {
    const path = isAbsolute(base) ? base : join(dirname(from), base);
    return path.endsWith('.json') ? path : `${path}.json`;
  }
  const require = createRequire(from);
  for (const name of [base, `${base}.json`, `${base}/tsconfig.json`]) {
    try {
      return require.resolve(name);
    } catch {
      // The next spelling may be the one.
    }
  }
  return undefined;
}

/** The major version of the TypeScript that an editor would take from the workspace. */
function nearestTypeScript(root: string): number | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const text = diskFiles.readFile(join(folder, 'node_modules', 'typescript', 'package.json'));
    const version = /"version"\s*:\s*"(?<major>\d+)\./u.exec(text ?? '')?.groups?.['major'];
    if (version !== undefined) return Number.parseInt(version, 10);
    if (dirname(folder) === folder) return undefined;
  }
}

/** TypeScript 7 reads `plugins` and ignores them. */
function isWithoutPlugins(major: number | undefined): boolean {
  return major !== undefined && major >= 7;
}
