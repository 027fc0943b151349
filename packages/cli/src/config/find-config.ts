import { dirname, join } from 'node:path';
import { diskFiles, repositoryOf } from '@next-slots/core/node';

const names = ['js', 'mjs', 'ts', 'json'].map((extension) => `next-slots.config.${extension}`);

/** The key of `package.json` that can hold the configuration. */
export const manifestKey = 'next-slots';

/**
 * The nearest configuration at or above a folder: a `next-slots.config` file, or a `package.json` with
 * the key. Nothing above the repository that holds the folder counts: it may run code.
 *
 * @param folder - Absolute.
 * @param current - The folder that the command runs in. Absolute.
 */
export function findConfig(folder: string, current: string): string | undefined {
  const top = repositoryOf(folder, current);
  for (let at = folder; ; at = dirname(at)) {
    const file = configIn(at);
    if (file !== undefined || at === top) return file;
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
