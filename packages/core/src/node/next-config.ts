import { join } from 'node:path';
import type { NextTarget } from '@next-slots/core';
import jsTokens, { type Token } from 'js-tokens';
import { diskFiles, type ProjectFiles } from './project-files.js';

/** What next-slots wants to know of `next.config`, as far as it stands there as literals. */
export interface NextConfig extends Omit<NextTarget, 'version' | 'bundler'> {
  readonly pageExtensions?: readonly string[];
}

const extensions = ['js', 'mjs', 'cjs', 'ts', 'mts'];

/** The config file of a project, where it has one. */
export function findNextConfig(root: string, files: ProjectFiles = diskFiles): string | undefined {
  return extensions
    .map((extension) => join(root, `next.config.${extension}`))
    .find((file) => files.isFile(file));
}

/** Reads the config file of a project; what cannot be read or is computed is left out. */
export function readNextConfig(root: string, files: ProjectFiles): NextConfig {
  const file = findNextConfig(root, files);
  return parseNextConfig((file === undefined ? undefined : files.readFile(file)) ?? '');
}

/**
 * Reads the literals off a config file's text. The file is never run: it may read the environment or
 * the network, and an editor asks often.
 */
export function parseNextConfig(text: string): NextConfig {
  const tokens = Array.from(jsTokens(text)).filter(isCode);
  const output = lastValue(tokens, 'output', readString);
  const found: { [Key in keyof NextConfig]: NextConfig[Key] | undefined } = {
    pageExtensions: lastValue(tokens, 'pageExtensions', readStrings),
    output: output === 'export' || output === 'standalone' ? output : undefined,
    looseRouteMatching: lastValue(tokens, 'looseRouteMatching', readBoolean),
    explicitParallelRouteChildren: lastValue(tokens, 'explicitParallelRouteChildren', readBoolean),
    ignoreBuildErrors: lastValue(tokens, 'ignoreBuildErrors', readBoolean),
    // Any object will do.
    i18n: lastValue(tokens, 'i18n', (all, at) => isMark(all[at], '{') || undefined),
  };
  const known = Object.entries<unknown>(found).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as NextConfig;
}

function isCode({ type }: Token): boolean {
  return type === 'IdentifierName' || type === 'Punctuator' || isText(type);
}

function isText(type: Token['type']): boolean {
  return type === 'StringLiteral' || type === 'NoSubstitutionTemplate';
}

/** The last value that is given to a key as a literal: `key: value` and `'key': value`. */
function lastValue<T>(
  tokens: readonly Token[],
  key: string,
  read: (tokens: readonly Token[], at: number) => T | undefined,
): T | undefined {
  let found: T | undefined;
  tokens.forEach((token, index) => {
    const name = token.type === 'IdentifierName' ? token.value : readString(tokens, index);
    if (name === key && isMark(tokens[index + 1], ':')) found = read(tokens, index + 2) ?? found;
  });
  return found;
}

function readString(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  return token && isText(token.type) ? token.value.slice(1, -1) : undefined;
}

function readBoolean(tokens: readonly Token[], at: number): boolean | undefined {
  const token = tokens[at];
  if (token?.type !== 'IdentifierName') return undefined;
  return token.value === 'true' ? true : token.value === 'false' ? false : undefined;
}

function readStrings(tokens: readonly Token[], at: number): readonly string[] | undefined {
  if (!isMark(tokens[at], '[')) return undefined;
  const values: string[] = [];
  for (let index = at + 1; index < tokens.length; index += 1) {
    const value = readString(tokens, index);
    if (value !== undefined) values.push(value);
    else if (isMark(tokens[index], ']')) return values.length > 0 ? values : undefined;
    else if (!isMark(tokens[index], ',')) return undefined;
  }
  return undefined;
}

function isMark(token: Token | undefined, value: string): boolean {
  return token?.type === 'Punctuator' && token.value === value;
}
