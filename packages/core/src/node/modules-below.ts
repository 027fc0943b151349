import { isModuleName, joinPath, type DirectoryReader } from '@next-slots/core';

/**
 * Every file of some folders but those of packages, private folders' included.
 *
 * @returns paths relative to what the reader is relative to.
 */
export function* filesBelow(folders: DirectoryReader): Generator<string> {
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const { name, kind } of folders.read(folder).entries) {
      if (kind === 'file') yield joinPath(folder, name);
      if (kind === 'directory' && name !== 'node_modules') open.push(joinPath(folder, name));
    }
  }
}

/** The same for every file that can hold code. */
export function* modulesBelow(folders: DirectoryReader): Generator<string> {
  for (const file of filesBelow(folders)) if (isModuleName(file)) yield file;
}
