import { closeSync, constants, lstatSync, openSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './disk-reader.js';
import type { AppLocation } from './find-app.js';
import { isInside } from './is-inside.js';
import { exact } from './project-files.js';
import { repositoryOf } from './repository.js';

/**
 * Whether an editor may write a file of an app, or make it with the folders that it lacks.
 *
 * Links are resolved. The file has to lie in the app's real folder, and that in the repository that a
 * person opened: neither a link nor a setting of the project leads out of it.
 */
export function mayWrite(location: AppLocation, file: string): boolean {
  try {
    return refusalOf(location, realFolderOf(file)) === undefined;
  } catch {
    return false;
  }
}

/** The real folder of a file, a link followed; of one that is not there, that of the nearest folder. */
function realFolderOf(file: string): string {
  try {
    return dirname(realpathSync(file));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || isLink(file)) throw error;
  }
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    try {
      return realpathSync(folder);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT' || isLink(folder)) throw error;
    }
  }
}

/** A link that leads nowhere: who writes there makes what it leads to. */
function isLink(path: string): boolean {
  return lstatSync(path, { ...exact, throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/**
 * Writes into a folder where that is allowed, see {@link mayWrite}. Every file that we create, edit or
 * remove ourselves in an app goes through here.
 *
 * On Linux the folder is held open meanwhile and reached through that, so that nobody can put a link to
 * somewhere else in its place between the look and the writing. Elsewhere Node has no means for that.
 *
 * @param write - Is given what to put before `/` and a file's name: it leads to this folder even when
 *   another took its place.
 * @throws Error where nothing may be written into it.
 */
export function inWritableFolder<Result>(
  location: AppLocation,
  folder: string,
  write: (path: string) => Result,
): Result {
  const held = hold(folder);
  try {
    const refusal = refusalOf(location, held.real);
    if (refusal !== undefined) throw new Error(refusal);
    return write(held.path);
  } finally {
    held.release();
  }
}

function refusalOf({ appDir, workspace }: AppLocation, realFolder: string): string | undefined {
  const app = realpathSync(appDir);
  if (!isInside(realFolder, app)) return 'EXDEV: the folder is outside the app directory';
  const opened = realpathSync(workspace);
  const repository = repositoryOf(opened, opened);
  return isInside(app, repository)
    ? undefined
    : `EXDEV: the app directory is outside ${repository}`;
}

interface HeldFolder {
  readonly path: string;
  readonly real: string;
  readonly release: () => void;
}

function hold(folder: string): HeldFolder {
  if (process.platform === 'linux') {
    const descriptor = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
    const path = `/proc/self/fd/${descriptor}`;
    const release = () => {
      closeSync(descriptor);
    };
    try {
      return { path, real: readlinkSync(path), release };
    } catch {
      // A system without `/proc`.
      release();
    }
  }
  const real = realpathSync(folder);
  return { path: real, real, release: () => undefined };
}
