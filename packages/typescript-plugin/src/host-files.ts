import type ts from 'typescript';
import { largestFile, type ProjectFiles } from '@next-slots/core/node';

/** The editor's file system: all that the plugin ever reads goes through it. */
export interface HostFiles extends ProjectFiles {
  /** The names of the folders in a folder, empty ones too. */
  folders(path: string): readonly string[];
  /** Every file below a folder, absolute, but for those in private folders and packages. */
  filesBelow(path: string): readonly string[];
  /** When a file was last changed, in milliseconds; undefined where that is unknown. */
  changedAt(path: string): number | undefined;
}

/** Folders that hold no routes. */
const skipped = ['**/node_modules', '**/_*'];

/** To TypeScript `*` is no folder with a dot before its name, unless that is written out. */
const files = ['**/*', '**/.*/**/*', '**/.*/**/.*/**/*'];

/** The file system of the host that a plugin was created for. */
export function hostFilesOf(
  info: Pick<ts.server.PluginCreateInfo, 'serverHost' | 'languageServiceHost'>,
): HostFiles {
  // The project's own host remembers folders until a watcher reports a change; the server's looks each time.
  // Other hosts than tsserver may have only the former.
  const server = info.serverHost as ts.server.ServerHost | undefined;
  const host = server ?? info.languageServiceHost;
  return {
    // TypeScript asks nothing of what it reads: a FIFO would be waited for, perhaps for ever.
    readFile: (path) =>
      host.fileExists(path) && (server?.getFileSize?.(path) ?? 0) <= largestFile
        ? host.readFile(path)
        : undefined,
    isFile: (path) => host.fileExists(path),
    isDirectory: (path) => host.directoryExists?.(path) ?? false,
    folders: (path) => host.getDirectories?.(path) ?? [],
    filesBelow: (path) => host.readDirectory?.(path, undefined, skipped, files) ?? [],
    changedAt: (path) => server?.getModifiedTime?.(path)?.getTime(),
  };
}
