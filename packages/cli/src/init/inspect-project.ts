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
  /** The top folder of the repository. */
  readonly top: string;
  readonly scripts: Readonly<Record<string, unknown>>;
  readonly eslint: EslintConfig | undefined;
  readonly biome: boolean;
  /** The configuration of oxlint. */
  readonly oxlint: string | undefined;
  /** The major version of TypeScript: the installed one, else the one in `package.json`. */
  readonly typescript: number | undefined;
  readonly tsconfig: string | undefined;
  readonly ci: 'github' | 'gitlab' | undefined;
}

const oxlintNames = ['.oxlintrc.json', '.oxlintrc.jsonc', 'oxlint.config.ts', 'oxlint.config.mts'];

/** Looks at a project's files. Nothing of it is run. */
export async function inspectProject({ root }: AppLocation): Promise<ProjectSetup> {
  const manifest = readManifest(root);
  const detected = await detect({ cwd: root });
  const top = repositoryOf(root, process.cwd());
  const above = foldersUpTo(root, top);
  const tsconfig = firstFile([root], ['tsconfig.json']);
  return {
    root,
    top,
    packageManager: detected?.agent ?? 'npm',
    scripts: manifest?.scripts ?? {},
    eslint: findEslintConfig(root),
    biome: firstFile(above, ['biome.json', 'biome.jsonc']) !== undefined,
    oxlint: firstFile(above, oxlintNames),
    typescript: tsconfig === undefined ? undefined : typescriptMajor(root, manifest),
    tsconfig,
    ci: ciOf(top),
  };
}

function typescriptMajor(
  root: string,
  manifest: ReturnType<typeof readManifest>,
): number | undefined {
  try {
    const { version } = createRequire(join(root, 'package.json'))('typescript/package.json') as {
      readonly version: string;
    };
    return Number.parseInt(version, 10);
  } catch {
    const range = { ...manifest?.dependencies, ...manifest?.devDependencies }['typescript'];
    const major = /\d+/u.exec(String(range))?.[0];
    return major === undefined ? undefined : Number(major);
  }
}

function ciOf(top: string): ProjectSetup['ci'] {
  const workflows = join(top, '.github', 'workflows');
  if (existsSync(workflows) && readdirSync(workflows).some((name) => /\.ya?ml$/u.test(name))) {
    return 'github';
  }
  return existsSync(join(top, '.gitlab-ci.yml')) ? 'gitlab' : undefined;
}
