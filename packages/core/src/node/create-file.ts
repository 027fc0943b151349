import { existsSync, linkSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './disk-reader.js';
import { draftBeside, removeStaleDrafts } from './draft.js';
import type { AppLocation } from './find-app.js';
import { inWritableFolder } from './writable-folder.js';

/** What became of a file that was to be created. */
export type Creation =
  | { readonly outcome: 'created' | 'exists' }
  | { readonly outcome: 'failed'; readonly reason: string };

/**
 * Creates a file whole or not at all.
 *
 * The text is written beside and then linked into place, which fails where the name is taken, be it
 * by a broken link. Overwrites nothing, and writes only where `inWritableFolder` lets it.
 *
 * @param makeFolder - Also makes the folder of the file, where only that one is missing.
 * @returns `failed` with the system's word (`EACCES`), or `EXDEV` for a folder outside.
 */
export function createFile(
  location: AppLocation,
  file: string,
  text: string,
  { makeFolder = false } = {},
): Creation {
  if (!makeFolder) return createInFolder(location, file, text);
  const made = makeMissingFolder(location, dirname(file));
  if (made.outcome === 'failed') return made;
  const creation = createInFolder(location, file, text);
  if (made.outcome === 'created' && creation.outcome === 'failed') {
    removeEmptyFolder(location, dirname(file));
  }
  return creation;
}

function makeMissingFolder(location: AppLocation, folder: string): Creation {
  // The app directory itself is there, and lies in no folder that we may write to.
  if (existsSync(folder)) return { outcome: 'exists' };
  return attempt(() => {
    inWritableFolder(location, dirname(folder), (path) => {
      mkdirSync(join(path, basename(folder)));
    });
  });
}

function removeEmptyFolder(location: AppLocation, folder: string): void {
  try {
    inWritableFolder(location, dirname(folder), (path) => {
      rmdirSync(join(path, basename(folder)));
    });
  } catch {
    // Somebody else has put a file there meanwhile.
  }
}

function createInFolder(location: AppLocation, file: string, text: string): Creation {
  return attempt(() => {
    inWritableFolder(location, dirname(file), (path) => {
      removeStaleDrafts(path);
      const target = join(path, basename(file));
      const draft = draftBeside(target);
      try {
        writeFileSync(draft, text, { flag: 'wx' });
        place(draft, target, text);
      } finally {
        rmSync(draft, { force: true });
      }
    });
  });
}

function attempt(create: () => void): Creation {
  try {
    create();
    return { outcome: 'created' };
  } catch (error) {
    const reason = errorCode(error);
    return reason === 'EEXIST' ? { outcome: 'exists' } : { outcome: 'failed', reason };
  }
}

function place(draft: string, file: string, text: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    // A file system without hard links: the next best that still rejects a taken name.
    writeWhole(file, text);
  }
}

function writeWhole(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') rmSync(file, { force: true });
    throw error;
  }
}
