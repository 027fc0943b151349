/** Whatever a folder is called and however deep it lies, matching answers, and soon. */
import {
  findRoute,
  matchRoutes,
  navigate,
  semanticsFor,
  type NextTarget,
  type RouteMatches,
} from '@next-slots/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertForRandom } from '../../harness/random-cases.js';
import { treeFromFiles } from '../../harness/tree-from-files.js';

const targets: readonly NextTarget[] = [
  { version: '13.4.0', bundler: 'webpack' },
  { version: '15.5.29', bundler: 'webpack' },
  { version: '16.0.11', bundler: 'turbopack' },
  { version: '16.2.12', bundler: 'webpack' },
  { version: '16.4.6', bundler: 'turbopack' },
  { version: '16.4.6', bundler: 'webpack' },
  { version: '16.4.6', bundler: 'turbopack', looseRouteMatching: true },
  { version: '16.4.6', bundler: 'turbopack', explicitParallelRouteChildren: false },
  { version: '99.0.0', bundler: 'turbopack' },
  { version: 'not a version', bundler: 'webpack' },
];

/** Asks for everything that matching can tell, and goes everywhere. */
function exhaust(files: readonly string[]): RouteMatches[] {
  const tree = treeFromFiles(files);
  return targets.map((target) => {
    const matches = matchRoutes(tree, semanticsFor(target));
    for (const { url, slots, renders } of matches.routes) {
      expect(Array.isArray(slots) && Array.isArray(renders)).toBe(true);
      findRoute(matches, url);
      navigate(matches, ['/', url]);
      navigate(matches, [url, '/']);
    }
    return matches;
  });
}

const oddNames = [
  ...['@', '[', ']', '[]', '[...]', '[[...]]', '[[x]]', '[...', '(', ')', '()', '(...)', '(.)'],
  ...['(..)', '(..)(..)', '(..)(..)(..)x', '(.)(g)', '(...)[x]', '(.)[...x]', '@@a', '@[id]'],
  ...['@children', '@params', '@constructor', '__proto__', 'constructor', 'hasOwnProperty'],
  ...[
    '%5F',
    '%',
    '%ZZ',
    ' ',
    '\n',
    '`${x}`',
    '"',
    "'",
    '\\',
    '\u202e',
    '😀',
    '?',
    '#',
    '*',
    '.',
    '..',
  ],
];

for (const name of oddNames) {
  test(`a folder called ${JSON.stringify(name)} is a folder`, () => {
    const around = ['layout.tsx', 'page.tsx', 'x/page.tsx'];
    const matches = exhaust([
      ...around,
      ...['page.tsx', 'layout.tsx', 'default.tsx'].map((file) => `${name}/${file}`),
      ...['x', '@a', '[id]', '(.)x', '(g)', name].map((folder) => `${name}/${folder}/page.tsx`),
      `@slot/${name}/page.tsx`,
      `x/${name}/@slot/page.tsx`,
      `(${name})/y/page.tsx`,
    ]);
    for (const { routes } of matches) expect(routes.map(({ url }) => url)).toContain('/x');
  });
}

test('a name that objects have of themselves is a URL like any other', () => {
  const [matches] = exhaust(['layout.tsx', 'toString/page.tsx', 'constructor/page.tsx']);
  expect(matches?.routes.map(({ url }) => url)).toEqual(['/constructor', '/toString']);
});

test('nothing at all, and a lone default, have no URLs', () => {
  for (const files of [[], ['default.tsx'], ['layout.tsx', '@a/default.tsx']]) {
    for (const { routes, missing } of exhaust(files)) expect([...routes, ...missing]).toEqual([]);
  }
});

test('150 levels, with slots at each, neither overflow the stack nor take long', () => {
  const files = ['layout.tsx', 'page.tsx'];
  let path = '';
  for (let level = 0; level < 150; level += 1) {
    path += `${path === '' ? '' : '/'}${level % 3 === 0 ? '(g)' : `s${level}`}`;
    files.push(`${path}/layout.tsx`, `${path}/@a/page.tsx`, `${path}/@a/default.tsx`);
  }
  files.push(`${path}/page.tsx`, `${path}/@b/[...all]/page.tsx`);
  for (const { routes } of exhaust(files)) expect(routes.length).toBeGreaterThan(90);
});

test('300 slots in slots answer too', () => {
  const path = Array.from({ length: 300 }, (_, level) => `@s${level}`).join('/');
  for (const { routes } of exhaust(['layout.tsx', 'page.tsx', `${path}/page.tsx`])) {
    expect(routes.map(({ url }) => url)).toEqual(['/']);
  }
});

test('no tree of odd names throws', () => {
  const name = fc.oneof(fc.constantFrom(...oddNames), fc.string({ minLength: 1, maxLength: 6 }));
  const path = fc.array(
    name.map((each) => each.replaceAll('/', '_')),
    { maxLength: 5 },
  );
  const file = fc.constantFrom('page.tsx', 'layout.tsx', 'default.tsx', 'route.ts', 'loading.tsx');
  const files = fc.array(fc.tuple(path, file).map(([names, last]) => [...names, last].join('/')));
  assertForRandom(
    'matching/odd-names',
    fc.property(files, (all) => {
      expect(exhaust(all)).toHaveLength(targets.length);
    }),
  );
});
