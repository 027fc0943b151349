import { readFileSync, statSync, type Stats } from 'node:fs';

/** Where single files of a project are looked up: the disk, or an editor's own file system. */
export interface ProjectFiles {
  /** The text of a file; undefined where it cannot be read. */
  readFile(path: string): string | undefined;
  isFile(path: string): boolean;
  isDirectory(path: string): boolean;
}

/** The disk. */
export const diskFiles: ProjectFiles = {
  readFile(path) {
    // A FIFO would be waited for, perhaps for ever.
    if (!diskFiles.isFile(path)) return undefined;
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
  isFile: (path) => statOf(path)?.isFile() ?? false,
  isDirectory: (path) => statOf(path)?.isDirectory() ?? false,
};

/** What stands at a path on disk; undefined where nothing does, or nothing that we may look at. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
