/**
 * A tree of route files, written as the stored verdicts write it: paths below the tree's own folder
 * without extension (`@a/page` is `@a/page.tsx`). A last part that holds a dot is a whole file name
 * (`@a/README.md`); a path that ends in a slash is an empty folder (`@a/`).
 */
export interface OracleTree {
  readonly files: readonly string[];
}

/** A tree with more than its files. */
export interface AppTree extends OracleTree {
  /** What files hold, by their names in {@link files}, in place of a marker. */
  readonly sources?: Readonly<Record<string, string>>;
  /** URLs to ask beside those of the pages and handlers: `/nope`. */
  readonly urls?: readonly string[];
}

/** Trees by name. The name is the folder below `app/` that the tree gets, and the start of its URLs. */
export type NamedTrees = Readonly<Record<string, AppTree>>;

/** The folders and the name of one file of a tree: `@a/x/page` is `['@a', 'x']` and `page`. */
export function splitFile(file: string): { folders: string[]; name: string } {
  const parts = file.split('/');
  const name = parts.pop() ?? '';
  return { folders: parts, name };
}

/** The names of the slots directly below `folder` in the order of their first file; no `children`. */
export function slotsOf(tree: OracleTree, folder: string): string[] {
  const prefix = folder === '' ? '@' : `${folder}/@`;
  const slots = tree.files
    .filter((file) => file.startsWith(prefix))
    .map((file) => file.slice(prefix.length).split('/')[0] ?? '');
  return [...new Set(slots)].filter((slot) => slot !== 'children');
}

/**
 * Every URL of a tree that a hard navigation can ask for, relative to the tree, sorted. A dynamic
 * segment is asked as `42`, a catch-all as `any/thing`, an optional catch-all also as nothing.
 * Intercepting routes answer soft navigations only, and private folders no navigation at all.
 */
export function urlsOf(tree: OracleTree): string[] {
  const urls = new Set<string>();
  for (const file of tree.files) {
    const { folders, name } = splitFile(file);
    if (name !== 'page' && name !== 'route') continue;
    if (folders.some((folder) => folder.startsWith('_') || /^\(\.{1,3}\)/u.test(folder))) continue;
    const visible = folders.filter((folder) => !folder.startsWith('@') && !folder.startsWith('('));
    const last = visible.at(-1);
    if (last?.startsWith('[[...') === true)
      urls.add(`/${visible.slice(0, -1).map(asked).join('/')}`);
    urls.add(`/${visible.map(asked).join('/')}`);
  }
  return [...urls].sort();
}

function asked(segment: string): string {
  if (segment.startsWith('[...') || segment.startsWith('[[...')) return 'any/thing';
  return segment.startsWith('[') ? '42' : segment.replaceAll('%5F', '_');
}

/** What a file of a tree is called on disk: `page.tsx` for `page`. */
export function fileName(file: string): string {
  return file.endsWith('/') || isWholeName(file) ? file : `${file}.tsx`;
}

/** Whether the file's own name is whole: `icon.png`, where `page` stands for `page.tsx`. */
export function isWholeName(file: string): boolean {
  return splitFile(file).name.includes('.');
}
