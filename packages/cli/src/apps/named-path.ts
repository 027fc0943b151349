import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, parse, relative, resolve, sep } from 'node:path';
import { nearest, printable } from '@next-slots/core';
import { errorCode } from '@next-slots/core/node';
import { UsageError } from '../command-line/usage-error.js';

/** A file or folder that a user named. */
export interface NamedPath {
  /** Absolute. */
  readonly path: string;
  readonly isFile: boolean;
}

/**
 * Finds a file or folder that a user named.
 *
 * @throws UsageError where there is none, with the nearest folder that there is.
 */
export function namedPath(name: string): NamedPath {
  const path = resolve(name);
  let stats;
  try {
    stats = statSync(path);
  } catch (error) {
    const code = errorCode(error);
    const near = code === 'ENOENT' ? nearestFolder(path) : undefined;
    const hint = near === undefined ? '' : ` Did you mean ${printable(fromHere(near))}?`;
    const why = code === 'ENOENT' ? '' : ` (${code})`;
    throw new UsageError(`There is no file or folder ${printable(name)}${why}.${hint}`);
  }
  return { path, isFile: !stats.isDirectory() };
}

/** Where a path really leads; the path itself where nothing is. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * Makes sure that a name is that of a folder, for commands that are about an app.
 *
 * @throws UsageError where it is not.
 */
export function requireFolder(name: string): void {
  if (namedPath(name).isFile) throw new UsageError(`${printable(name)} is a file. Name a folder.`);
}

/** Follows a path as far as it leads, taking the nearest name where the right one is missing. */
function nearestFolder(folder: string): string | undefined {
  const { root } = parse(folder);
  let found = root;
  let guessed = false;
  for (const name of folder.slice(root.length).split(sep)) {
    const names = subfolders(found);
    const next = names.includes(name) ? name : nearest(name, names);
    if (next === undefined) return undefined;
    guessed ||= next !== name;
    found = join(found, next);
  }
  return guessed ? found : undefined;
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

/** A path as the user would write it here. */
function fromHere(path: string): string {
  const here = relative(process.cwd(), path);
  return here === '' ? '.' : dirname(here) === here ? path : here;
}
