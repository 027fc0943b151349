import { readdirSync, statSync } from 'node:fs';
import { dirname, join, parse, relative, resolve, sep } from 'node:path';
import { nearest, printable } from '@next-slots/core';
import { errorCode } from '@next-slots/core/node';
import { UsageError } from '../command-line/usage-error.js';

/**
 * The absolute path of a folder that a user named.
 *
 * @throws UsageError where it is no folder, with the nearest one that is.
 */
export function existingFolder(dir: string): string {
  const folder = resolve(dir);
  let stats;
  try {
    stats = statSync(folder);
  } catch (error) {
    const code = errorCode(error);
    const near = code === 'ENOENT' ? nearestFolder(folder) : undefined;
    const hint = near === undefined ? '' : ` Did you mean ${printable(fromHere(near))}?`;
    throw new UsageError(`There is no folder ${printable(dir)} (${code}).${hint}`);
  }
  if (!stats.isDirectory()) throw new UsageError(`${printable(dir)} is a file. Name a folder.`);
  return folder;
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
