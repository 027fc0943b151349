import {
  buildRouteTree,
  type DirectoryEntry,
  type DirectoryReader,
  type RouteTree,
} from '@next-slots/core';

/** A reader over a list of file paths; a path that ends in `/` is an empty folder. */
export function readerFromFiles(files: readonly string[]): DirectoryReader {
  const folders = new Map<string, Map<string, DirectoryEntry>>([['', new Map()]]);
  for (const file of files) {
    let folder = '';
    const names = file.split('/');
    names.forEach((name, index) => {
      if (name === '') return;
      const kind = index < names.length - 1 ? 'directory' : 'file';
      folders.get(folder)?.set(name, { name, kind });
      folder = folder === '' ? name : `${folder}/${name}`;
      if (kind === 'directory' && !folders.has(folder)) folders.set(folder, new Map());
    });
  }
  const listings = new Map(
    [...folders].map(([path, entries]) => [path, { entries: [...entries.values()] }]),
  );
  return { read: (path) => listings.get(path) ?? { entries: [], error: 'ENOENT' } };
}

/** The RouteTree of a list of file paths relative to the app directory, `../pages/x.tsx` included. */
export function treeFromFiles(
  files: readonly string[],
  pageExtensions?: readonly string[],
): RouteTree {
  const inPages = files.filter((file) => file.startsWith('../pages/'));
  const pagesRouter = new Map(
    inPages.map((file) => [file.replace(/^\.\.\/pages(?<url>.*)\.\w+$/u, '$<url>'), file]),
  );
  const own = files.filter((file) => !file.startsWith('../'));
  return buildRouteTree(
    readerFromFiles(own),
    pageExtensions,
    undefined,
    pagesRouter.size > 0 ? pagesRouter : undefined,
  );
}
