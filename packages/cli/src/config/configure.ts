import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  configureChecks,
  didYouMean,
  printable,
  isTemplateName,
  remembered,
  templateNames,
  type ConfiguredCheck,
  type Settings,
} from '@next-slots/core';
import { isInside, repositoryOf } from '@next-slots/core/node';
import { realPath } from '../apps/named-path.js';
import type { ProjectFlags, RuleFlag, SelectionFlags } from '../command-line/shared-options.js';
import { UsageError } from '../command-line/usage-error.js';
import type { Config } from './config-file-schema.js';
import { findConfig } from './find-config.js';
import { ignoredFiles, type IsIgnored } from './ignored-files.js';
import { readConfig } from './read-config.js';
import { takeIgnores } from './rule-ignores.js';

/** All flags that take part in the configuration. */
export type ConfigFlags = ProjectFlags & SelectionFlags & { readonly template?: string };

/** The configuration in force at some place. */
export interface Configuration {
  /** The template file that the command line names, which may lie anywhere. Absolute. */
  readonly namedTemplate: string | undefined;
  readonly settings: Settings;
  readonly checks: readonly ConfiguredCheck[];
  readonly isIgnored: IsIgnored;
}

/** Reads each configuration file once and lays the flags over it. */
export class Configurations {
  readonly #flags: ConfigFlags;
  readonly #byFile = new Map<string, Promise<Configuration>>();

  constructor(flags: ConfigFlags) {
    this.#flags = flags;
  }

  /** Whether the command line names the app directory, and no configuration. */
  get namesAppDir(): boolean {
    return this.#flags.appDir !== undefined;
  }

  /**
   * The configuration for a folder.
   *
   * @param folder - Absolute.
   */
  at(folder: string): Promise<Configuration> {
    const { config } = this.#flags;
    const file = config === undefined ? findConfig(folder, process.cwd()) : resolve(config);
    return remembered(this.#byFile, file ?? '', () => this.#read(file));
  }

  async #read(file: string | undefined): Promise<Configuration> {
    const fromFile = file === undefined ? {} : await readConfig(file);
    const config = layOver(this.#flags, fromFile, file);
    const { preset, rules: allRules = {}, ignore = [], $schema: _, ...settings } = config;
    const { rules, ignores, problems: ignoreProblems } = takeIgnores(allRules);
    const configured = configureChecks({ preset, rules });
    const named = this.#flags.template === undefined ? undefined : settings.template;
    if (configured.ok && ignoreProblems.length === 0) {
      const folder = file === undefined ? process.cwd() : dirname(file);
      const isIgnored = ignoredFiles(folder, ignore, ignores);
      return { settings, checks: configured.value, isIgnored, namedTemplate: named };
    }
    const place =
      file === undefined
        ? 'Invalid flags'
        : `Invalid configuration in ${printable(file)}, with the flags`;
    const problems = [...(configured.ok ? [] : configured.problems), ...ignoreProblems].map(
      (problem) => `  ${printable(problem)}`,
    );
    throw new UsageError(`${place}:\n${problems.join('\n')}`);
  }
}

/** Flags win. What a file says of paths is meant from where it stands. */
function layOver(flags: ConfigFlags, config: Config, file: string | undefined): Config {
  const { nextVersion, bundler, pageExtensions, preset, appDir, template } = flags;
  const folder = file === undefined ? undefined : dirname(file);
  const configAppDir =
    config.appDir === undefined || folder === undefined || appDir !== undefined
      ? undefined
      : appDirIn(folder, config.appDir);
  return {
    ...config,
    ...(configAppDir !== undefined && { appDir: configAppDir }),
    ...(appDir !== undefined && { appDir }),
    ...(nextVersion !== undefined && { nextVersion }),
    ...(bundler !== undefined && { bundler }),
    ...(pageExtensions !== undefined && { pageExtensions: [...pageExtensions] }),
    ...(preset !== undefined && { preset }),
    ...(template !== undefined && { template: templatePath(template) }),
    ...(flags.rule && { rules: layRulesOver(flags.rule, config.rules) }),
  };
}

/**
 * A configuration comes with a repository that somebody may have cloned without reading it, and `fix`
 * writes to the app directory.
 */
function appDirIn(folder: string, appDir: string): string {
  const path = resolve(folder, appDir);
  const repository = repositoryOf(folder, process.cwd());
  if (isInside(path, repository) && isInside(realPath(path), realPath(repository))) return path;
  throw new UsageError(
    `appDir: ${printable(path)} is outside ${printable(repository)}, where a configuration file cannot point to. Use --app-dir.`,
  );
}

/** A flag says the level; options of the configuration stay. */
function layRulesOver(flags: readonly RuleFlag[], rules: Config['rules'] = {}): Config['rules'] {
  const laid = { ...rules };
  for (const { name, level } of flags) {
    const before = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const options = typeof before === 'object' ? before[1] : undefined;
    laid[name] = options === undefined ? level : [level, options];
  }
  return laid;
}

/** A file named on the command line is meant from where the command runs. */
function templatePath(template: string): string {
  if (isTemplateName(template)) return template;
  const file = resolve(template);
  if (existsSync(file)) return file;
  throw new UsageError(
    `--template: there is no file ${printable(file)}${didYouMean(template, templateNames)}`,
  );
}
