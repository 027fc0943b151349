import fc, { Random, type Arbitrary, type Value } from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

import { splitFile, type OracleTree } from './harness/oracle-tree.js';

/** A random tree that remembers how it was made, so that it can be made smaller. */
export type RandomTree = Value<OracleTree>;

interface Folder {
  readonly files: readonly string[];
  readonly folders: readonly (readonly [name: string, folder: Folder])[];
}

const maximumDepth = 4;

/** Convention files and how many of a hundred folders hold one. */
const conventions = { page: 70, layout: 35, default: 30, loading: 8, error: 4, route: 3 };

/** Folder names and how often each kind comes. fast-check shrinks towards the first. */
const folderName = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('x', 'y', 'z') },
  { weight: 10, arbitrary: fc.constantFrom('@a', '@b', '@modal', '@team') },
  { weight: 4, arbitrary: fc.constantFrom('(g)', '(h)') },
  { weight: 3, arbitrary: fc.constant('[]') },
  { weight: 3, arbitrary: fc.constant('[...all]') },
  { weight: 1, arbitrary: fc.constant('[[...opt]]') },
  { weight: 1, arbitrary: fc.constantFrom('(.)x', '(.)y', '(..)x', '(...)x') },
  { weight: 1, arbitrary: fc.constantFrom('_lib', '@children') },
);

const fileNames = fc
  .tuple(...Object.values(conventions).map(percent))
  .map((chosen) => Object.keys(conventions).filter((_, index) => chosen[index] === true));

/** Random trees with slots that some Next version can build: see {@link isBuildable}. */
const treeArbitrary: Arbitrary<OracleTree> = folderArbitrary(0)
  .map((root) => ({ files: listFiles(root, '', 0) }))
  .filter((tree) => isBuildable(tree) && tree.files.some((file) => file.includes('@')));

/** The random trees of one seed, always the same ones. */
export function* randomTrees(seed: number, arbitrary = treeArbitrary): Generator<RandomTree> {
  const random = new Random(xoroshiro128plus(seed));
  for (;;) yield arbitrary.generate(random, undefined);
}

/** Smaller trees than `tree`, the most promising first. */
export function smallerTrees(tree: RandomTree, arbitrary = treeArbitrary): Iterable<RandomTree> {
  return arbitrary.shrink(tree.value, tree.context);
}

/**
 * Whether no two files of a tree are at odds in a way that stops every build before it looks at
 * slots: two files on one URL of one slot, a page or a required catch-all at the URL of an optional
 * one, segments below a catch-all, or an intercepting route inside another.
 */
function isBuildable({ files }: OracleTree): boolean {
  const kinds = new Map<string, string>();
  const places = new Set<string>();
  const optional: string[] = [];
  for (const file of files) {
    const { folders, name } = splitFile(file);
    if (folders.filter((folder) => folder.startsWith('(.')).length > 1) return false;
    const place = folders.filter((folder) => !isGroup(folder) && folder !== '@children');
    const segments = place.filter((folder) => !folder.startsWith('@'));
    const catchAll = segments.findIndex((segment) => segment.includes('[...'));
    if (catchAll !== -1 && catchAll < segments.length - 1) return false;

    if (name !== 'page' && name !== 'route') continue;
    if (places.has(place.join('/'))) return false;
    places.add(place.join('/'));
    if (segments.at(-1)?.startsWith('[[') === true) optional.push(segments.slice(0, -1).join('/'));

    // A route handler answers its URL alone: no page may stand there, in whatever slot.
    const url = segments.join('/');
    if ((kinds.get(url) ?? name) !== name) return false;
    kinds.set(url, name);
  }
  const required = [...kinds.keys()].filter((url) => /(?:^|\/)\[\.\.\./u.test(url));
  const bases = new Set(required.map((url) => url.slice(0, url.lastIndexOf('[') - 1)));
  return kinds.size > 0 && optional.every((base) => !kinds.has(base) && !bases.has(base));
}

function isGroup(folder: string): boolean {
  return /^\((?!\.)[^)]*\)$/u.test(folder);
}

function percent(share: number): Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 99 }).map((dice) => dice >= 100 - share);
}

function folderArbitrary(depth: number): Arbitrary<Folder> {
  const folders =
    depth === maximumDepth
      ? fc.constant([])
      : fc.uniqueArray(fc.tuple(folderName, folderArbitrary(depth + 1)), {
          minLength: depth === 0 ? 2 : 0,
          maxLength: depth === 0 ? 5 : 3,
          size: 'max',
          selector: ([name]) => name,
        });
  return fc.record({ files: fileNames, folders });
}

/**
 * The files of a folder and everything below it. A dynamic segment is named after its place in the
 * URL: two names for one place would stop every build.
 */
function listFiles({ files, folders }: Folder, path: string, urlDepth: number): string[] {
  const below = folders.flatMap(([name, folder]) => {
    const inUrl = !name.startsWith('@') && !isGroup(name);
    const named = name === '[]' ? `[d${String(urlDepth + 1)}]` : name;
    return listFiles(folder, `${path}${named}/`, inUrl ? urlDepth + 1 : urlDepth);
  });
  return [...files.map((file) => path + file), ...below];
}
