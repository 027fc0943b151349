import type { DirectoryEntry, DirectoryListing, DirectoryReader } from '@next-slots/core';

/** The folders of an app, listed from the paths of its files. */
export interface FileListing extends DirectoryReader {
  readonly folders: ReadonlyMap<string, DirectoryListing>;
}

/**
 * Lists the folders that a list of file paths has; a path that ends in `/` is an empty folder.
 *
 * @param before - What was listed before a change; a folder that is still the same keeps its listing.
 */
export function listingOf(files: Iterable<string>, before?: FileListing): FileListing {
  const folders = new Map<string, Map<string, DirectoryEntry>>([['', new Map()]]);
  for (const file of files) addFile(folders, file.split('/'));
  const listings = new Map<string, DirectoryListing>();
  for (const [path, entries] of folders) {
    const known = before?.folders.get(path);
    const isKnown = known && hasEntries(known, entries);
    listings.set(path, isKnown ? known : { entries: [...entries.values()] });
  }
  return {
    folders: listings,
    read: (path) => listings.get(path) ?? { entries: [], error: 'ENOENT' },
  };
}

function hasEntries(
  { entries }: DirectoryListing,
  now: ReadonlyMap<string, DirectoryEntry>,
): boolean {
  return (
    entries.length === now.size && entries.every(({ name, kind }) => now.get(name)?.kind === kind)
  );
}

function addFile(
  folders: Map<string, Map<string, DirectoryEntry>>,
  names: readonly string[],
): void {
  let folder = '';
  for (const [index, name] of names.entries()) {
    if (name === '') continue;
    const kind = index < names.length - 1 ? 'directory' : 'file';
    folders.get(folder)?.set(name, { name, kind });
    folder = folder === '' ? name : `${folder}/${name}`;
    if (kind === 'directory' && !folders.has(folder)) folders.set(folder, new Map());
  }
}
