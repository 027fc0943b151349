import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskFiles } from '@next-slots/core/node';

const names = ['js', 'mjs', 'ts', 'json'].map((extension) => `next-slots.config.${extension}`);

/** The key of `package.json` that can hold the configuration. */
export const manifestKey = 'next-slots';

/**
 * The nearest configuration at or above a folder: a `next-slots.config` file, or a `package.json` with
 * the key. Nothing above the repository that holds the folder counts.
 *
 * @param folder - Absolute.
 */
export function findConfig(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = configIn(at);
    if (file !== undefined) return file;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return undefined;
  }
}

/**
 * The repository that a folder lies in, as far as `.git` tells; else the folder itself.
 *
 * @param folder - Absolute.
 */
export function repositoryOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

function configIn(folder: string): string | undefined {
  const file = names.map((name) => join(folder, name)).find((path) => diskFiles.isFile(path));
  if (file !== undefined) return file;
  const manifest = join(folder, 'package.json');
  try {
    const parsed: unknown = JSON.parse(diskFiles.readFile(manifest) ?? '');
    const holdsKey = typeof parsed === 'object' && parsed !== null && manifestKey in parsed;
    return holdsKey ? manifest : undefined;
  } catch {
    // No manifest, or one that its own tools will complain about.
    return undefined;
  }
}
