import { closeSync, fstatSync, openSync, readFileSync, statSync, type BigIntStats } from 'node:fs';

/** Where single files of a project are looked up: the disk, or an editor's own file system. */
export interface ProjectFiles {
  /** The text of a file without byte order mark; undefined where it cannot be read, or is no file. */
  readFile(path: string): string | undefined;
  isFile(path: string): boolean;
  isDirectory(path: string): boolean;
}

/** The disk. */
export const diskFiles: ProjectFiles = {
  // A FIFO would be waited for, perhaps for ever.
  readFile: (path) => (diskFiles.isFile(path) ? readText(path) : undefined),
  isFile: (path) => statOf(path)?.isFile() ?? false,
  isDirectory: (path) => statOf(path)?.isDirectory() ?? false,
};

/**
 * Files with more bytes are not read. Nobody writes such a module or config, a repository can hold one of
 * gigabytes in a few kilobytes, and tsserver leaves them alone too (`maxFileSize`).
 */
export const largestFile = 4 * 1024 * 1024;

/**
 * The text of what is known to be a file, without byte order mark; undefined where it cannot be read, or is
 * larger than {@link largestFile}.
 */
export function readText(path: string): string | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      if (fstatSync(file, exact).size > largestFile) return undefined;
      const text = readFileSync(file, 'utf8');
      return text.startsWith('\uFEFF') ? text.slice(1) : text;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/**
 * After a stat of a FIFO Node can take the next module that is loaded for no link, and then does not
 * find what lies beside the module: its `realpathSync` looks at the numbers of whatever stat came last.
 * Those of exact ones are kept elsewhere.
 */
export const exact = { bigint: true } as const;

/** What stands at a path on disk; undefined where nothing does, or nothing that we may look at. */
export function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { ...exact, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
