import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where what was downloaded for tests is kept between runs, outside every workspace. */
function cacheDirectory(env: NodeJS.ProcessEnv = process.env): string {
  const own = env['NEXT_SLOTS_CACHE'];
  if (own !== undefined && own !== '') return path.resolve(own);
  const xdg = env['XDG_CACHE_HOME'];
  return path.join(
    xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.cache'),
    'next-slots',
  );
}

/**
 * A folder of the cache directory that is filled once. One that is there already costs nothing.
 *
 * @param kind - What lies there, `next`; every version has a folder of its own below it.
 * @param fill - Fills an empty folder, or throws.
 * @returns The folder's path.
 */
export async function cachedFolder(
  kind: string,
  version: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const all = path.join(cacheDirectory(), kind);
  const folder = path.join(all, version);
  if (await exists(path.join(folder, '.complete'))) return folder;

  await mkdir(all, { recursive: true });
  // Filled beside its place and moved there whole: two runs at once cannot see half of it.
  const unfinished = await mkdtemp(path.join(all, `.installing-${version}-`));
  try {
    await fill(unfinished);
    await writeFile(path.join(unfinished, '.complete'), '');
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
