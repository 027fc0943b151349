/** The parts of the harness that work without Next. */
import { expect, test } from 'vitest';

import { differences } from './compare.js';
import { askInParts } from './harness/measure-build.js';
import {
  slotsOf,
  splitFile,
  urlsOf,
  type NamedTrees,
  type OracleTree,
} from './harness/oracle-tree.js';
import { marker, readMarkers } from './harness/rendered-markers.js';
import { runProcess, startProcess } from './harness/run-process.js';
import { isBuildable, randomTrees, wholeTrees } from './random-trees.js';
import { shrinkFailure } from './shrink-failures.js';
import { storedTrees } from './stored-trees.js';

const endless = new AbortController().signal;

test('asks every URL of a tree that a hard navigation can reach', () => {
  const files = [
    'page',
    '@a/page',
    '(g)/x/[id]/page',
    '@a/y/[...all]/page',
    'z/[[...opt]]/page',
    'api/route',
    '%5Fu/page',
    '@b/',
    '@a/(.)x/page',
    '(...)w/page',
    '_lib/page',
    'v/default',
  ];
  expect(urlsOf({ files })).toEqual([
    '/',
    '/_u',
    '/api',
    '/x/42',
    '/y/any/thing',
    '/z',
    '/z/any/thing',
  ]);
});

test('reads markers from elements, in order, and not from flight data', () => {
  const file = 'r0/@a/[...all]/page';
  expect(marker(file)).toBe(`<p data-file={"${file}"} />`);
  const html = `<p data-file="r0/page"></p><p data-file="${file}"></p>
    <script>self.__next_f.push([1,"[\\"$\\",\\"p\\",null,{\\"data-file\\":\\"r0/default\\"}]"])</script>`;
  expect(readMarkers(html)).toEqual(['r0/page', file]);
});

test('kills a process and its children on timeout', async () => {
  const start = Date.now();
  // The output closes only when the last process that holds it is gone, here the inner one.
  const { code, output } = await runProcess('sh', ['-c', 'sleep 50 & wait'], {
    cwd: '.',
    timeoutSeconds: 0.5,
    signal: endless,
  });
  expect(code).toBeNull();
  expect(output).toContain('was ended after 0.5 seconds');
  expect(Date.now() - start).toBeLessThan(20_000);
});

test('ends a process when the run is aborted, and starts none afterwards', async () => {
  const abort = new AbortController();
  const options = { cwd: '.', timeoutSeconds: 60, signal: abort.signal };
  const { ended } = startProcess('sleep', ['60'], options);
  abort.abort(new Error('enough'));
  expect((await ended).code).toBeNull();
  expect(() => startProcess('sleep', ['60'], options)).toThrow('enough');
});

test('finds the one tree that breaks a build which names no tree', async () => {
  const trees = namedTrees(9);
  let builds = 0;
  const ask = async (part: NamedTrees): Promise<ReadonlyMap<string, unknown>> => {
    builds += 1;
    return 't6' in part
      ? askInParts(part, 'Error: it broke', ask)
      : new Map(Object.keys(part).map((name) => [name, 'fine']));
  };
  const answers = await ask(trees);
  expect(answers.size).toBe(9);
  expect([...answers].filter(([, answer]) => answer !== 'fine')).toEqual([
    ['t6', { buildError: 'Error: it broke' }],
  ]);
  expect(builds).toBeLessThan(12);
});

test('asks the tree that a failed build names apart from the rest at once', async () => {
  const parts: string[][] = [];
  await askInParts(namedTrees(9), 'Error in ./app/t6/page.tsx', (part) => {
    parts.push(Object.keys(part));
    return Promise.resolve(new Map());
  });
  expect(parts).toEqual([['t6'], ['t0', 't1', 't2', 't3', 't4', 't5', 't7', 't8']]);
});

test('makes the same trees from the same seed, and others from another', () => {
  const first = randomTrees(1, 20);
  expect(randomTrees(1, 20)).toEqual(first);
  expect(randomTrees(2, 20)).not.toEqual(first);
  expect(first.every(({ files }) => new Set(files).size === files.length)).toBe(true);
});

const manyTrees = randomTrees(5, 1000);

const drawn = {
  'seven levels': /^(?:[^/]+\/){7}/u,
  'a handler in a slot': /@[^/]+\/(?:.*\/)?route$/u,
  'an empty slot': /(?:^|\/)@[^/]+\/$/u,
  'a folder whose URL begins with an underscore': /%5Fu\/.*page$/u,
  'a private folder': /_lib\/.*page$/u,
  'a metadata file in a slot': /@[^/]+\/(?:.*\/)?(?:icon\.png|opengraph-image|sitemap)$/u,
  'a not-found file in a slot': /@[^/]+\/(?:.*\/)?not-found$/u,
  'a dynamic intercepting route': /\(\.\.?\)\[d\d+\]\/.*page$/u,
  'a name with an accent': /café/u,
  'a name with a dot': /v1\.0/u,
  'a name with brackets inside': /a\[b\]c/u,
};

test.each(Object.entries(drawn))('draws %s', (_, pattern) => {
  expect(manyTrees.some(({ files }) => files.some((file) => pattern.test(file)))).toBe(true);
});

test('generates layouts with six slots', () => {
  const most = manyTrees.map((tree) =>
    Math.max(...levelsOf(tree).map((level) => slotsOf(tree, level).length)),
  );
  expect(Math.max(...most)).toBe(6);
});

test('generates whole apps with slots at the root, several root layouts, and pages next to them', () => {
  const apps = randomTrees(3, 200, wholeTrees).map(({ files }) => files);
  const some = (test: (files: readonly string[]) => boolean) => apps.some(test);
  expect(some((files) => files.some((file) => file.startsWith('@')))).toBe(true);
  const hasSeveralRoots = (files: readonly string[]) =>
    !files.includes('layout') && files.filter((file) => /^[^/]+\/layout$/u.test(file)).length > 1;
  expect(some(hasSeveralRoots)).toBe(true);
  expect(some((files) => files.includes('../pages/legacy'))).toBe(true);
});

function levelsOf({ files }: OracleTree): string[] {
  return ['', ...files.map((file) => splitFile(file).folders.join('/'))];
}

test('makes a failing tree as small as it goes, many trees to a build', async () => {
  const fails = ({ files }: { readonly files: readonly string[] }) =>
    files.some((file) => file.startsWith('@')) &&
    files.some((file) => /\[d1\].*default$/u.test(file));
  const failure = randomTrees(7, 400).find(fails);
  if (!failure) throw new Error('no such tree');
  expect(failure.files.length).toBeGreaterThan(6);
  let builds = 0;
  const smallest = await shrinkFailure(failure, {
    findDifferences: (trees) => {
      builds += 1;
      const failing = Object.entries(trees).filter(([, tree]) => fails(tree));
      return Promise.resolve(new Set(failing.map(([name]) => name)));
    },
    isAllowed: isBuildable,
    batchSize: 40,
    mostAsked: 2000,
  });
  expect(fails(smallest)).toBe(true);
  // A tree needs a page to count, a file in a slot and the default.
  expect(smallest.files.length).toBeLessThanOrEqual(3);
  expect(builds).toBeLessThan(40);
});

test('distinguishes agreement from a difference', async () => {
  const { slotSub } = await storedTrees(['slotSub']);
  if (!slotSub) throw new Error('no such tree');
  const build = { version: '16.4.6', bundler: 'turbopack' } as const;
  const verdict = {
    missing: [{ layout: 'layout.tsx', route: '/settings', slots: ['children'] }],
    unmatched: ['@a/settings/page.tsx'],
    canonical: [],
    missingDefault: [],
  };
  expect(differences(slotSub, build, verdict)).toEqual([]);
  expect(differences(slotSub, build, { ...verdict, unmatched: ['page.tsx'] })).toEqual([
    'unmatched, only Next: page.tsx',
    'unmatched, only we: @a/settings/page.tsx',
  ]);
  expect(
    differences(
      slotSub,
      { ...build, config: { deprecated: { looseRouteMatching: true } } },
      verdict,
    ),
  ).toHaveLength(2);
  // It fails, as we say, be it before the complaint that we expect.
  expect(differences(slotSub, build, { buildError: 'something else' })).toEqual([]);
  expect(differences({ files: ['page'] }, build, { buildError: 'something else' })).toEqual([
    'we say that it builds, Next fails: something else',
  ]);
  const served = { version: '15.5.29', bundler: 'webpack' } as const;
  const urls = { '/': { status: 200, renders: ['page', '@a/default'] } };
  expect(differences(slotSub, served, { urls })).toEqual([
    '/: we say @a/page, page, Next @a/default, page (200)',
  ]);
});

function namedTrees(count: number): NamedTrees {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`t${index}`, { files: ['page'] }]),
  );
}
