import {
  existsSync,
  linkSync,
  mkdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  type PathLike,
} from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './disk-reader.js';
import { draftBeside, removeStaleDrafts } from './draft.js';
import { isInside } from './is-inside.js';

/** What became of a file that was to be created. */
export type Creation =
  | { readonly outcome: 'created' | 'exists' }
  | { readonly outcome: 'failed'; readonly reason: string };

/** What else may be done for a new file. */
export interface CreateFileOptions {
  /** Also makes the folder of the file, where only that one is missing. */
  readonly makeFolder?: boolean;
}

/**
 * Creates a file whole or not at all.
 *
 * The text is written beside and then linked into place, which fails where the name is taken, be it
 * by a broken link. Makes no folder unless told to, overwrites nothing, and writes nothing whose
 * folder really lies outside the app directory.
 *
 * @returns `failed` with the system's word (`EACCES`), or `EXDEV` for a folder outside.
 */
export function createFile(
  appDir: string,
  file: string,
  text: string,
  { makeFolder = false }: CreateFileOptions = {},
): Creation {
  if (!makeFolder) return createInFolder(appDir, file, text);
  const made = makeMissingFolder(appDir, dirname(file));
  if (made.outcome === 'failed') return made;
  const creation = createInFolder(appDir, file, text);
  if (made.outcome === 'created' && creation.outcome === 'failed') removeEmptyFolder(dirname(file));
  return creation;
}

function makeMissingFolder(appDir: string, folder: string): Creation {
  // The app directory itself is there, and lies in no folder that we may write to.
  if (existsSync(folder)) return { outcome: 'exists' };
  try {
    if (!isInside(realpathSync(dirname(folder)), realpathSync(appDir))) return outside;
    mkdirSync(folder);
    return { outcome: 'created' };
  } catch (error) {
    const reason = errorCode(error);
    return reason === 'EEXIST' ? { outcome: 'exists' } : { outcome: 'failed', reason };
  }
}

function removeEmptyFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else has put a file there meanwhile.
  }
}

const outside: Creation = {
  outcome: 'failed',
  reason: 'EXDEV: the folder lies outside the app directory',
};

function createInFolder(appDir: string, file: string, text: string): Creation {
  const folder = dirname(file);
  try {
    if (!isInside(realpathSync(folder), realpathSync(appDir))) return outside;
  } catch (error) {
    return { outcome: 'failed', reason: errorCode(error) };
  }
  const draft = draftBeside(file);
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
