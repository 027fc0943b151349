import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, printable } from '@next-slots/core';
import { diskFiles } from '@next-slots/core/node';
import { reasonOf, UsageError } from '../command-line/usage-error.js';
import { configFileSchema, type Config } from './config-file-schema.js';
import { manifestKey } from './find-config.js';

/**
 * Reads a configuration file.
 *
 * @param file - Absolute.
 * @throws UsageError where it cannot be read or says what is not known.
 */
export async function readConfig(file: string): Promise<Config> {
  if (!diskFiles.isFile(file)) throw new UsageError(`There is no file ${printable(file)}.`);
  let found: unknown;
  try {
    found = await load(file);
  } catch (error) {
    throw new UsageError(`${printable(file)} cannot be read: ${printable(reasonOf(error))}`);
  }
  const parsed = parse(configFileSchema, found ?? {});
  if (parsed.ok) return parsed.value;
  const problems = parsed.problems.map((problem) => `  ${printable(problem)}`);
  throw new UsageError(`${printable(file)} is invalid:\n${problems.join('\n')}`);
}

async function load(file: string): Promise<unknown> {
  if (extname(file) === '.json') {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
    if (basename(file) !== 'package.json') return parsed;
    return typeof parsed === 'object' && parsed !== null
      ? (parsed as Readonly<Record<string, unknown>>)[manifestKey]
      : undefined;
  }
  if (extname(file) !== '.mjs') {
    // Node 20 does not strip types, and warns of each `export` in a `.js` of a package without a type, as
    // Next's own apps are. By default jiti runs what it finds in a cache in the temporary folder, where
    // other users can put code.
    const { createJiti } = await import('jiti');
    return createJiti(import.meta.url, { fsCache: false }).import(file, { default: true });
  }
  const module: unknown = await import(pathToFileURL(file).href);
  if (typeof module === 'object' && module !== null && 'default' in module) return module.default;
  throw new TypeError('it has no default export');
}
