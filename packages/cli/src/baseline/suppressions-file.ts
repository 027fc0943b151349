import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, printable } from '@next-slots/core';
import { errorCode } from '@next-slots/core/node';
import { UsageError } from '../command-line/usage-error.js';
import { writeNamedFile } from '../command-line/write-named-file.js';
import { suppressionsSchema, type Suppressions } from './suppressions.js';

const fileName = 'next-slots-suppressions.json';

/**
 * The file of suppressions: the one that `--suppressions-location` names, or of the usual name in the
 * folder that it names; without it, in the current folder. Absolute.
 */
export function suppressionsFile(location: string | undefined): string {
  if (location === undefined) return resolve(fileName);
  const path = resolve(location);
  const isFolder =
    /[/\\]$/u.test(location) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(path, fileName) : path;
}

/**
 * Reads suppressions.
 *
 * @returns undefined where the file is not there.
 * @throws UsageError where it cannot be read, or holds something else.
 */
export function readSuppressions(file: string): Suppressions | undefined {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    const reason = error instanceof SyntaxError ? 'it is not valid JSON' : errorCode(error);
    throw new UsageError(`${printable(file)} cannot be read: ${reason}`);
  }
  const parsed = parse(suppressionsSchema, found);
  if (parsed.ok) return parsed.value;
  const problems = parsed.problems.map((problem) => `  ${printable(problem)}`);
  throw new UsageError(`${printable(file)} is invalid:\n${problems.join('\n')}`);
}

/**
 * Writes suppressions, sorted by file and check.
 *
 * @throws UsageError where the file cannot be written.
 */
export function writeSuppressions(file: string, suppressions: Suppressions): void {
  const sorted = sortKeys(
    Object.fromEntries(
      Object.entries(suppressions).map(([path, checks]) => [path, sortKeys(checks)]),
    ),
  );
  writeNamedFile(file, `${JSON.stringify(sorted, undefined, 2)}\n`);
}

function sortKeys<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
