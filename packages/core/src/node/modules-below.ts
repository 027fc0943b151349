import { isModuleName, joinPath, type DirectoryReader } from '@next-slots/core';

/**
 * Every file that can hold code, private folders' included.
 *
 * @returns paths relative to what the reader is relative to.
 */
export function* modulesBelow(folders: DirectoryReader): Generator<string> {
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const { name, kind } of folders.read(folder).entries) {
      if (kind === 'file' && isModuleName(name)) yield joinPath(folder, name);
      if (kind === 'directory' && name !== 'node_modules') open.push(joinPath(folder, name));
    }
  }
}
