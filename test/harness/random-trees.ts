import * as fc from 'fast-check';

/** Which trees are drawn. */
export interface TreeOptions {
  /** How many folders lie in each other in most trees; one in six is narrow and three deeper. */
  readonly depth: number;
  /** Whether the tree is an app directory, with what Next takes only there: `favicon.ico`, `robots`. */
  readonly isApp?: boolean;
  /** Whether parameters of one place may get two names, and folders below a catch-all a URL. */
  readonly conflicts?: boolean;
}

interface Folder {
  readonly files: readonly string[];
  readonly folders: readonly Entry[];
}

type Entry = readonly [name: string, folder: Folder];

const slotNames = ['@a', '@b', '@modal', '@team', '@c', '@d'];

/**
 * Folder names and how often each kind comes; fast-check shrinks towards the first. `[]` stands for
 * a dynamic segment, which gets its name from its place in the URL.
 */
const folderName = fc.oneof(
  { weight: 24, arbitrary: fc.constantFrom('x', 'y', 'z') },
  { weight: 20, arbitrary: fc.constantFrom('@a', '@b', '@modal', '@team') },
  { weight: 8, arbitrary: fc.constantFrom('(g)', '(h)') },
  { weight: 6, arbitrary: fc.constant('[]') },
  { weight: 6, arbitrary: fc.constant('[...all]') },
  { weight: 2, arbitrary: fc.constant('[[...opt]]') },
  { weight: 2, arbitrary: fc.constantFrom('(.)x', '(.)y', '(..)x', '(...)x', '(..)(..)x') },
  { weight: 1, arbitrary: fc.constantFrom('(.)[]', '(..)[]', '(.)[...all]') },
  { weight: 2, arbitrary: fc.constantFrom('_lib', '@children') },
  { weight: 2, arbitrary: fc.constantFrom('%5Fu', 'v1.0', 'café', 'a-b', 'a[b]c', 'a(b)c') },
);

/** Files, and how many of a hundred folders hold one. A name with a dot is that of the whole file. */
const fileShares = {
  ...{ page: 68, layout: 35, default: 30, loading: 8, error: 4, route: 4 },
  ...{ template: 3, 'not-found': 3, forbidden: 1, unauthorized: 1 },
  ...{ 'icon.png': 1, 'opengraph-image': 1, sitemap: 1 },
};

/** What Next looks for in the app directory alone. */
const appFileShares = { 'favicon.ico': 20, robots: 8, manifest: 8 };

/**
 * Trees of route files, of all that Next knows. Each is the list of its files, written as in
 * `OracleTree`: `@a/page` is a module, `icon.png` a whole name, `x/@a/` a folder that holds nothing.
 */
export function routeTrees(options: TreeOptions): fc.Arbitrary<readonly string[]> {
  const { depth, isApp = false } = options;
  const files = filesOf(isApp ? { ...fileShares, ...appFileShares } : fileShares);
  const folders = fc.oneof(
    { weight: 5, arbitrary: bushy(depth, 1, 5) },
    { weight: 1, arbitrary: narrow(depth + 3) },
  );
  return fc.record({ files, folders, isTidy: percent(40) }).map(({ isTidy, ...root }) => {
    const all = listFiles(root, { path: '', urlDepth: 0, inCatchAll: false }, options);
    return isTidy ? withDefaults(all) : all;
  });
}

/**
 * The same as apps in memory, whose files have whole names: `@a/page.tsx`, `icon.png`. The app
 * directory has a layout.
 */
export function appTrees(depth = 4): fc.Arbitrary<readonly string[]> {
  return routeTrees({ depth }).map((files) =>
    [...new Set(['layout', ...files])].map((file) =>
      /(?:\/|\.png)$/u.test(file) ? file : `${file}.tsx`,
    ),
  );
}

/** Default files for most slots, as in an app that builds: few others get as far as being served. */
function withDefaults(files: readonly string[]): string[] {
  const owners = files.flatMap((file) =>
    [...file.matchAll(/(?:^|(?<=\/))@[^/]+\//gu)].map(({ index, 0: slot }) => [
      `${file.slice(0, index)}default`,
      `${file.slice(0, index)}${slot}default`,
    ]),
  );
  return [...new Set([...files, ...owners.flat()])];
}

/** Folders with a few others in each, and now and then with a slot for everything. */
function bushy(
  depth: number,
  minLength = 0,
  maxLength = depth > 2 ? 3 : 2,
): fc.Arbitrary<readonly Entry[]> {
  if (depth === 0) return fc.constant([]);
  const below = folder(bushy(depth - 1));
  const few = entries(folderName, below, minLength, maxLength);
  if (depth === 1) return few;
  const shallow = folder(bushy(Math.min(depth - 1, 1)));
  const manySlots = fc
    .tuple(
      entries(fc.constantFrom(...slotNames), shallow, 3, slotNames.length),
      entries(fc.constantFrom('x', 'y', '[]', '[...all]'), below, 0, 2),
    )
    .map((both) => both.flat());
  return fc.oneof({ weight: 12, arbitrary: few }, { weight: 1, arbitrary: manySlots });
}

/** A chain of folders, with another beside it here and there. */
function narrow(depth: number): fc.Arbitrary<readonly Entry[]> {
  if (depth === 0) return fc.constant([]);
  const beside = folder(fc.constant([]));
  return fc.oneof(
    { weight: 3, arbitrary: entries(folderName, folder(narrow(depth - 1)), 1, 1) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(entries(folderName, folder(narrow(depth - 1)), 1, 1), folderName, beside)
        .map(([chain, name, other]): readonly Entry[] =>
          chain.some(([each]) => each === name) ? chain : [...chain, [name, other]],
        ),
    },
  );
}

function entries(
  name: fc.Arbitrary<string>,
  below: fc.Arbitrary<Folder>,
  minLength: number,
  maxLength: number,
): fc.Arbitrary<readonly Entry[]> {
  return fc.uniqueArray(fc.tuple(name, below), {
    minLength,
    maxLength,
    size: 'max',
    selector: ([each]) => each,
  });
}

function folder(folders: fc.Arbitrary<readonly Entry[]>): fc.Arbitrary<Folder> {
  return fc.record({ files: filesOf(fileShares), folders });
}

function filesOf(shares: Readonly<Record<string, number>>): fc.Arbitrary<readonly string[]> {
  return fc
    .tuple(...Object.values(shares).map(percent))
    .map((chosen) => Object.keys(shares).filter((_, index) => chosen[index] === true));
}

function percent(share: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 99 }).map((dice) => dice >= 100 - share);
}

interface Place {
  readonly path: string;
  readonly urlDepth: number;
  readonly inCatchAll: boolean;
}

/**
 * The files of a folder and everything below it. A dynamic segment is named after its place in the
 * URL, and nothing that adds to the URL stands below a catch-all: either would stop every build.
 */
function listFiles({ files, folders }: Folder, place: Place, options: TreeOptions): string[] {
  const kept = folders.filter(
    ([name]) => options.conflicts === true || !place.inCatchAll || isTransparent(name),
  );
  const below = kept.flatMap(([name, each]) => {
    const urlDepth = place.urlDepth + (isTransparent(name) ? 0 : 1);
    // By the number of its files a conflict comes now and then, and shrinking keeps it.
    const other = options.conflicts === true && each.files.length > 3;
    const named = name.replace('[]', other ? '[other]' : `[d${String(place.urlDepth + 1)}]`);
    const inCatchAll = place.inCatchAll || name.includes('[...');
    return listFiles(each, { path: `${place.path}${named}/`, urlDepth, inCatchAll }, options);
  });
  const all = [...files.map((file) => place.path + file), ...below];
  return all.length === 0 && place.path !== '' ? [place.path] : all;
}

function isTransparent(name: string): boolean {
  return /^(?:[@_]|\([^.].*\)$)/u.test(name);
}
