import type { Bundler } from '@next-slots/core';
import type { PackageManifest } from './next-version.js';

/**
 * The bundler that a project's build asks for by a flag. The script `build` decides, with the scripts
 * that it runs; a project that builds by another name counts where all its builds ask for the same.
 *
 * @returns undefined where no flag is given: the version decides then.
 */
export function bundlerOfBuild(manifest: PackageManifest | undefined): Bundler | undefined {
  const scripts = scriptsOf(manifest);
  const ofBuild = buildCommands(scripts);
  const commands = ofBuild.length > 0 ? ofBuild : [...scripts.values()].flatMap(nextBuilds);
  const [first, ...others] = new Set(commands.map(bundlerOf));
  return others.length === 0 ? first : undefined;
}

function scriptsOf(manifest: PackageManifest | undefined): ReadonlyMap<string, string> {
  const scripts = Object.entries(manifest?.scripts ?? {});
  return new Map(
    scripts.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/**
 * The `next build` commands of the script `build`; where a script has none, those of the scripts that it
 * names: `npm run build:next`.
 */
function buildCommands(scripts: ReadonlyMap<string, string>): readonly string[] {
  const commands: string[] = [];
  const names = new Set(['build']);
  for (const name of names) {
    const script = scripts.get(name);
    if (script === undefined) continue;
    const own = nextBuilds(script);
    for (const command of own) commands.push(command);
    if (own.length > 0) continue;
    // A set goes on with what is added to it meanwhile.
    for (const word of script.split(/[\s"'`;&|()]+/u)) names.add(word);
  }
  return commands;
}

/** The commands `next build` of a script, each with its own flags and nothing of what comes behind it. */
function nextBuilds(script: string): readonly string[] {
  return script.split(/[;&|\n]+/u).filter((command) => /\bnext\s+build\b/u.test(command));
}

function bundlerOf(command: string): Bundler | undefined {
  if (/\s--webpack\b/u.test(command)) return 'webpack';
  return /\s--turbo(?:pack)?\b/u.test(command) ? 'turbopack' : undefined;
}
