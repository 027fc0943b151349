import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readManifest, repositoryOf, type AppLocation } from '@next-slots/core/node';
import { detect, type Agent } from 'package-manager-detector';
import {
  findEslintConfig,
  firstFile,
  foldersUpTo,
  type EslintConfig,
} from './find-eslint-config.js';

/** What is found in a project that next-slots can work with. Paths are absolute. */
export interface ProjectSetup {
  /** The project's folder. */
  readonly root: string;
  readonly packageManager: Agent;
  /** The packages that `package.json` asks for. */
  readonly packages: ReadonlySet<string>;
  readonly scripts: Readonly<Record<string, unknown>>;
  readonly eslint: EslintConfig | undefined;
  readonly biome: boolean;
  /** The configuration of oxlint. */
  readonly oxlint: string | undefined;
  /** The major version of the TypeScript that is installed. */
  readonly typescript: number | undefined;
  readonly tsconfig: string | undefined;
  readonly ci: 'github' | 'gitlab' | undefined;
}

/** Looks at a project's files. Nothing of it is run. */
export async function inspectProject({ root }: AppLocation): Promise<ProjectSetup> {
  const manifest = readManifest(root);
  const detected = await detect({ cwd: root });
  const top = repositoryOf(root, process.cwd());
  const above = foldersUpTo(root, top);
  return {
    root,
    packageManager: detected?.agent ?? 'npm',
    packages: new Set([
      ...Object.keys(manifest?.dependencies ?? {}),
      ...Object.keys(manifest?.devDependencies ?? {}),
    ]),
    scripts: manifest?.scripts ?? {},
    eslint: findEslintConfig(root),
    biome: firstFile(above, ['biome.json', 'biome.jsonc']) !== undefined,
    oxlint: firstFile(above, ['.oxlintrc.json']),
    typescript: installedMajor(root, 'typescript'),
    tsconfig: firstFile([root], ['tsconfig.json']),
    ci: ciOf(top),
  };
}

function installedMajor(root: string, name: string): number | undefined {
  try {
    const { version } = createRequire(join(root, 'package.json'))(`${name}/package.json`) as {
      readonly version: string;
    };
    return Number.parseInt(version, 10);
  } catch {
    return undefined;
  }
}

function ciOf(top: string): ProjectSetup['ci'] {
  const workflows = join(top, '.github', 'workflows');
  if (existsSync(workflows) && readdirSync(workflows).some((name) => /\.ya?ml$/u.test(name))) {
    return 'github';
  }
  return existsSync(join(top, '.gitlab-ci.yml')) ? 'gitlab' : undefined;
}
