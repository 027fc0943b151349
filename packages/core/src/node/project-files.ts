import { readFileSync, statSync } from 'node:fs';

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
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  isDirectory: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
};
