import type { DirectoryEntry, DirectoryListing, DirectoryReader } from '@next-slots/core';

/** The folders of an app, listed from the paths of its files. */
export interface FileListing extends DirectoryReader {
  readonly folders: ReadonlyMap<string, DirectoryListing>;
}

/**
 * Lists the folders that a list of file paths has; a path that ends in `/` is an empty folder.
 *
 * @param files - None twice.
 * @param before - What was listed before a change; a folder that is still the same keeps its listing.
 */
export function listingOf(files: Iterable<string>, before?: FileListing): FileListing {
  const folders = new Map<string, DirectoryEntry[]>([['', []]]);
  for (const file of files) {
    const end = file.lastIndexOf('/');
    const entries = entriesOf(folders, file.slice(0, Math.max(end, 0)));
    if (end < file.length - 1) entries.push({ name: file.slice(end + 1), kind: 'file' });
  }
  const listings = new Map<string, DirectoryListing>();
  for (const [path, entries] of folders) {
    const known = before?.folders.get(path);
    listings.set(path, known && isSame(known.entries, entries) ? known : { entries });
  }
  return {
    folders: listings,
    read: (path) => listings.get(path) ?? { entries: [], error: 'ENOENT' },
  };
}

/** What is known to lie in a folder; one not met before is put into the folder around it. */
function entriesOf(folders: Map<string, DirectoryEntry[]>, path: string): DirectoryEntry[] {
  const known = folders.get(path);
  if (known) return known;
  const entries: DirectoryEntry[] = [];
  folders.set(path, entries);
  const end = path.lastIndexOf('/');
  const around = entriesOf(folders, path.slice(0, Math.max(end, 0)));
  around.push({ name: path.slice(end + 1), kind: 'directory' });
  return entries;
}

function isSame(before: readonly DirectoryEntry[], now: readonly DirectoryEntry[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ name, kind }, index) => now[index]?.name === name && now[index].kind === kind)
  );
}
