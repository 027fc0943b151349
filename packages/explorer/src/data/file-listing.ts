import type { DirectoryEntry, DirectoryListing, DirectoryReader } from '@next-slots/core';

/** Lists the folders that a list of file paths has; a path that ends in `/` is an empty folder. */
export function listingOf(files: Iterable<string>): DirectoryReader {
  const folders = new Map<string, Map<string, DirectoryEntry>>([['', new Map()]]);
  for (const file of files) addFile(folders, file.split('/'));
  const listings = new Map<string, DirectoryListing>();
  for (const [path, entries] of folders) listings.set(path, { entries: [...entries.values()] });
  return { read: (path) => listings.get(path) ?? { entries: [], error: 'ENOENT' } };
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
