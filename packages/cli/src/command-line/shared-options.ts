import { parseSettings } from '@next-slots/core';
import { InvalidArgumentError, Option, type Command } from 'commander';

/** What every command takes to override what is detected. */
export interface ProjectFlags {
  readonly nextVersion?: string;
  readonly bundler?: 'turbopack' | 'webpack';
  readonly appDir?: string;
  readonly pageExtensions?: readonly string[];
  readonly config?: string;
}

/** What commands that run checks take to choose among them. */
export interface SelectionFlags {
  readonly preset?: 'recommended' | 'strict';
  readonly rule?: readonly RuleFlag[];
}

/** `--rule name=level`. */
export interface RuleFlag {
  readonly name: string;
  readonly level: 'off' | 'warn' | 'error';
}

/** Adds the options of {@link ProjectFlags}. */
export function addProjectOptions(command: Command): void {
  command
    .addOption(
      new Option(
        '--next-version <version>',
        'check against this Next.js version, such as 16 or 15.5.29',
      ).argParser(version),
    )
    .addOption(
      new Option('--bundler <name>', 'check against this bundler').choices([
        'turbopack',
        'webpack',
      ]),
    )
    .option('--app-dir <dir>', 'app directory, relative to the folder')
    .addOption(
      new Option(
        '--page-extensions <list>',
        'pageExtensions of next.config, such as tsx,ts,mdx',
      ).argParser(list),
    )
    .option('--config <file>', 'configuration file (default: the nearest next-slots.config.*)');
}

/** Adds the options of {@link SelectionFlags}. */
export function addSelectionOptions(command: Command): void {
  command
    .addOption(
      new Option('--preset <name>', 'rules to run (default: recommended)').choices([
        'recommended',
        'strict',
      ]),
    )
    .addOption(
      new Option('--rule <name=level>', 'set one rule to off, warn or error; repeatable').argParser(
        (value, before?: readonly RuleFlag[]) => [...(before ?? []), rule(value)],
      ),
    );
}

function version(value: string): string {
  if (parseSettings({ nextVersion: value }).ok) return value;
  throw new InvalidArgumentError('Use a version such as 16 or 15.5.29.');
}

/** Reads a whole number from 0. */
export function count(value: string): number {
  if (!/^\d+$/u.test(value)) throw new InvalidArgumentError('Use a whole number.');
  return Number(value);
}

/** Gathers the values of an option that can be repeated. */
export function collect(value: string, before?: readonly string[]): readonly string[] {
  return [...(before ?? []), value];
}

function list(value: string): readonly string[] {
  const items = value.split(',').map((item) => item.trim().replace(/^\./u, ''));
  if (parseSettings({ pageExtensions: items }).ok) return items;
  throw new InvalidArgumentError('Use a list such as tsx,ts.');
}

function rule(value: string): RuleFlag {
  const { name, level } = /^(?<name>[^=]+)=(?<level>off|warn|error)$/u.exec(value)?.groups ?? {};
  if (name === undefined || (level !== 'off' && level !== 'warn' && level !== 'error')) {
    throw new InvalidArgumentError(
      'Use the name of a rule and a level, such as require-slot-error=off.',
    );
  }
  return { name, level };
}
