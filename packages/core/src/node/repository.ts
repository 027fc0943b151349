import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from './is-inside.js';
import { readManifest } from './next-version.js';
import { statOf } from './project-files.js';

/** Beside a `package.json`, these say that it is the top of a project. */
const topFiles = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
];

/**
 * The repository that a folder lies in, beyond which nothing of it has a say: the nearest folder with a
 * `.git`. Without one it is the nearest with a `package.json` that has a lockfile or workspaces, at most
 * the current folder; without that, the folder itself.
 *
 * @param folder - Absolute.
 * @param current - The folder that a person works in. Absolute.
 */
export function repositoryOf(folder: string, current: string): string {
  let top: string | undefined;
  for (let at = folder; ; at = dirname(at)) {
    // Anybody could have put something into `/tmp`.
    if (at !== folder && isShared(at)) break;
    if (existsSync(join(at, '.git'))) return at;
    if (top === undefined && isTop(at)) top = at;
    if (dirname(at) === at) break;
  }
  if (top === undefined) return folder;
  const highest = isInside(folder, current) ? current : folder;
  return isInside(top, highest) ? top : highest;
}

function isTop(folder: string): boolean {
  const manifest = readManifest(folder);
  if (!manifest) return false;
  return 'workspaces' in manifest || topFiles.some((file) => existsSync(join(folder, file)));
}

/** Whether everybody may write to a folder, but delete only what is theirs: `/tmp`. */
function isShared(folder: string): boolean {
  const mode = Number(statOf(folder)?.mode ?? 0);
  return (mode & 0o1002) === 0o1002;
}
