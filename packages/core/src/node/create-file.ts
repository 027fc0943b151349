import {
  linkSync,
  readdirSync,
  realpathSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  type PathLike,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { errorCode } from './disk-reader.js';

/** What became of a file that was to be created. */
export type Creation =
  | { readonly outcome: 'created' | 'exists' }
  | { readonly outcome: 'failed'; readonly reason: string };

const marker = '.next-slots-';

/**
 * Creates a file whole or not at all.
 *
 * The text is written beside and then linked into place, which fails where the name is taken, be it
 * by a broken link. Makes no folder, overwrites nothing, and writes nothing whose folder really lies
 * outside the app directory.
 *
 * @returns `failed` with the system's word (`EACCES`), or `EXDEV` for a folder outside.
 */
export function createFile(appDir: string, file: string, text: string): Creation {
  const folder = dirname(file);
  try {
    if (!isInside(realpathSync(folder), realpathSync(appDir))) {
      return { outcome: 'failed', reason: 'EXDEV: the folder lies outside the app directory' };
    }
  } catch (error) {
    return { outcome: 'failed', reason: errorCode(error) };
  }
  const draft = join(folder, `${marker}${String(process.pid)}-${basename(file)}`);
  removeStaleDrafts(folder);
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    place(draft, file, text);
    return { outcome: 'created' };
  } catch (error) {
    const reason = errorCode(error);
    return reason === 'EEXIST' ? { outcome: 'exists' } : { outcome: 'failed', reason };
  } finally {
    rmSync(draft, { force: true });
  }
}

function place(draft: string, file: string, text: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    // A file system without hard links: the next best that still refuses a taken name.
    writeWhole(file, text);
  }
}

function writeWhole(file: PathLike, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') rmSync(file, { force: true });
    throw error;
  }
}

/** Removes what a killed run of ours left in a folder. */
function removeStaleDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(marker)) continue;
    const pid = Number.parseInt(name.slice(marker.length), 10);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    try {
      unlinkSync(join(folder, name));
    } catch {
      // Another run removed it first.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}
