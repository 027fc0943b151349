import * as fc from 'fast-check';

/** What the folders of a generated app may be called. */
const folderNames = [
  ...['x', 'x', 'y', 'z', '%5Fu', '[id]', '[...all]', '[[...rest]]'],
  ...['(g)', '(h)', '@a', '@a', '@b', '@c', '@children', '_lib'],
  ...['(.)x', '(..)y', '(..)(..)x', '(...)x', '(.)[id]', '(.)[...all]'],
] as const;

interface Folder {
  readonly files: readonly string[];
  readonly folders: readonly (readonly [string, Folder])[];
}

const files = fc
  .record({
    page: fc.integer({ min: 0, max: 9 }),
    layout: fc.integer({ min: 0, max: 9 }),
    fallback: fc.integer({ min: 0, max: 9 }),
    route: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ page, layout, fallback, route }) => [
    ...(page < 5 ? ['page.tsx'] : route < 1 ? ['route.ts'] : []),
    ...(layout < 3 ? ['layout.tsx'] : []),
    ...(fallback < 2 ? ['default.tsx'] : []),
  ]);

const folder: fc.Memo<Folder> = fc.memo((depth) =>
  fc.record({
    files,
    folders:
      depth <= 1
        ? fc.constant([])
        : fc.uniqueArray(fc.tuple(fc.constantFrom(...folderNames), folder(depth - 1)), {
            maxLength: 4,
            selector: ([name]) => name,
          }),
  }),
);

/**
 * Apps of all that Next knows: nested slots, groups, dynamic segments, catch-alls, `@children`,
 * intercepting routes at every place, private folders, route handlers, empty slots. Each app is the
 * list of its files relative to the app directory; the root has a layout.
 */
export function appTrees(depth = 5): fc.Arbitrary<readonly string[]> {
  return folder(depth).map((root) => [...new Set(['layout.tsx', ...list(root, '')])]);
}

function list({ files: own, folders }: Folder, path: string): string[] {
  // Below a catch-all Next takes nothing that adds to the URL; it says so before anything else.
  const inCatchAll = path.includes('[...');
  const below = folders.filter(([name]) => !inCatchAll || /^(?:[@_]|\([^.].*\)$)/u.test(name));
  return [
    ...own.map((name) => path + name),
    // An empty folder counts as well: a trailing slash stands for it.
    ...(path !== '' && own.length === 0 && below.length === 0 ? [path] : []),
    ...below.flatMap(([name, each]) => list(each, `${path}${name}/`)),
  ];
}
