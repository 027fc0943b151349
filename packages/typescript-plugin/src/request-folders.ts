import {
  folderOf,
  joinPath,
  remembered,
  type AppExtent,
  type DirectoryEntry,
  type DirectoryListing,
  type DirectoryReader,
} from '@next-slots/core';
import type { HostFiles } from './host-files.js';

/**
 * The folders of one app directory, each read at most once in the time of one request: tsserver reports
 * no changes of folders to a plugin, so none is kept from one request to the next.
 */
export class RequestFolders {
  readonly #files: HostFiles;
  readonly #appDir: string;
  readonly #folders = new Map<string, readonly string[]>();
  readonly #contents = new Map<string, ReadonlyMap<string, readonly DirectoryEntry[]>>();

  /** @param appDir - Absolute, `/` between folders. */
  constructor(files: HostFiles, appDir: string) {
    this.#files = files;
    this.#appDir = appDir;
  }

  /** The names of the folders in a folder. */
  folders(path: string): readonly string[] {
    return remembered(this.#folders, path, () => this.#files.folders(this.#onDisk(path)));
  }

  /** Everything below a folder, by folder. Folders without a file in them are not among it. */
  contents(path: string): ReadonlyMap<string, readonly DirectoryEntry[]> {
    return remembered(this.#contents, path, () => {
      const start = this.#appDir.length + 1;
      const files = this.#files.filesBelow(this.#onDisk(path)).map((file) => file.slice(start));
      return listingsOf(files, path);
    });
  }

  #onDisk(path: string): string {
    return joinPath(this.#appDir, path).replace(/\/$/u, '');
  }
}

function listingsOf(files: readonly string[], root: string) {
  const listings = new Map<string, DirectoryEntry[]>([[root, []]]);
  const entriesOf = (folder: string): DirectoryEntry[] => {
    const known = listings.get(folder);
    if (known) return known;
    const entries: DirectoryEntry[] = [];
    listings.set(folder, entries);
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    entriesOf(folderOf(folder)).push({ name, kind: 'directory' });
    return entries;
  };
  for (const file of files) {
    entriesOf(folderOf(file)).push({ name: file.slice(file.lastIndexOf('/') + 1), kind: 'file' });
  }
  return listings;
}

const nothing: DirectoryListing = { entries: [] };

/**
 * Shows as much of an app directory as a request needs: what lies outside of that looks empty and is
 * never read.
 *
 * @param file - The file asked about, relative to the app directory. It is open, so it is there, be
 *   it only in the editor.
 */
export function readerFor(
  folders: RequestFolders,
  file: string,
  extent: AppExtent,
): DirectoryReader {
  const own = folderOf(file);
  const isOnWay = (path: string) => path === '' || path === own || own.startsWith(`${path}/`);
  return {
    read(path) {
      const { entries } = readPart(path);
      return path === own ? { entries: withFile(entries, file) } : { entries };
    },
  };

  function readPart(path: string): DirectoryListing {
    if (extent === 'app') {
      const listing = listContents(folders, '', path);
      // Next.js 16.0 to 16.3 rejects a slot folder without a file, which is reported near its owner.
      return isOnWay(path) ? withFolders(listing, folders.folders(path)) : listing;
    }
    const slot = extent === 'slot-contents' ? outermostSlot(path) : undefined;
    if (slot !== undefined) {
      return isOnWay(folderOf(slot)) ? listContents(folders, slot, path) : nothing;
    }
    if (!isOnWay(path)) return nothing;
    if (path === own || extent !== 'own-slots')
      return { entries: asEntries(folders.folders(path)) };
    const next = own.slice(path === '' ? 0 : path.length + 1).split('/')[0] ?? '';
    return { entries: asEntries([next]) };
  }
}

function withFile(entries: readonly DirectoryEntry[], file: string): readonly DirectoryEntry[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return entries.some((entry) => entry.name === name)
    ? entries
    : [...entries, { name, kind: 'file' }];
}

/** The same with the folders that hold no file. */
function withFolders({ entries }: DirectoryListing, names: readonly string[]): DirectoryListing {
  const known = new Set(entries.map(({ name }) => name));
  const others = names.filter((name) => !known.has(name));
  return { entries: [...entries, ...asEntries(others)] };
}

/** The first slot folder on the way down to a folder, itself included. */
function outermostSlot(path: string): string | undefined {
  return /^(?:.*?\/)??@[^/]*/u.exec(path)?.[0];
}

function listContents(folders: RequestFolders, root: string, path: string): DirectoryListing {
  const entries = folders.contents(root).get(path);
  return entries ? { entries } : nothing;
}

function asEntries(names: readonly string[]): DirectoryEntry[] {
  return names.map((name) => ({ name, kind: 'directory' }));
}
