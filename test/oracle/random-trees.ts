import * as fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

import { routeTrees } from '../harness/random-trees.js';
import { splitFile, type OracleTree } from './harness/oracle-tree.js';

/** Trees that share one app and one build with others. */
const sharedTrees: fc.Arbitrary<OracleTree> = routeTrees({ depth: 4 })
  .map((files) => ({ files }))
  .filter((tree) => isBuildable(tree) && hasSlot(tree));

/**
 * App directories, each an app of its own: with slots directly in it, with root layouts further
 * down, with a `pages` directory beside it. What Next refuses costs no other tree its build, so
 * that is drawn now and then.
 */
export const wholeTrees: fc.Arbitrary<OracleTree> = fc
  .record({
    files: fc.oneof(
      {
        weight: 3,
        arbitrary: routeTrees({ depth: 3, isApp: true }).filter((files) => isBuildable({ files })),
      },
      { weight: 1, arbitrary: routeTrees({ depth: 2, isApp: true, conflicts: true }) },
    ),
    hasRootLayout: fc.integer({ min: 0, max: 2 }).map((dice) => dice > 0),
    pages: fc.subarray(['../pages/legacy', '../pages/x/old']),
  })
  .map(({ files, hasRootLayout, pages }) => ({
    files: [...withRootLayouts(files, hasRootLayout), ...pages],
  }))
  .filter((tree) => hasSlot(tree) && tree.files.some((file) => /^(?!\.\.).*page$/u.test(file)));

/** The random trees of one seed, always the same ones. */
export function randomTrees(
  seed: number,
  count: number,
  arbitrary: fc.Arbitrary<OracleTree> = sharedTrees,
): OracleTree[] {
  const random = new fc.Random(xoroshiro128plus(seed));
  return Array.from({ length: count }, () => arbitrary.generate(random, undefined).value);
}

function hasSlot({ files }: OracleTree): boolean {
  return files.some((file) => file.includes('@'));
}

/** Gives every page a root layout: that of the app, or one in each folder that lies directly in it. */
function withRootLayouts(files: readonly string[], ofApp: boolean): readonly string[] {
  if (ofApp || files.some((file) => /^(?:page|default|@.*)$/u.test(file))) {
    return [...new Set([...files, 'layout'])];
  }
  const others = files.filter((file) => file !== 'layout');
  const tops = others.flatMap((file) => {
    const [top] = splitFile(file).folders;
    return top === undefined || top.startsWith('_') ? [] : [`${top}/layout`];
  });
  return [...new Set([...others, ...tops])];
}

/**
 * Whether no two files of a tree are at odds in a way that stops every build before it looks at
 * slots: two files on one URL of one slot, a page or a required catch-all at the URL of an optional
 * one, segments or metadata below a catch-all, or an intercepting route inside another.
 */
export function isBuildable({ files }: OracleTree): boolean {
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

    if (isMetadata(name)) {
      // It has a URL of its own, below that of its folder.
      const own = `${segments.join('/')}/${name}`;
      if (catchAll !== -1 || places.has(own)) return false;
      places.add(own);
    }
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

function isMetadata(name: string): boolean {
  return /^(?:icon|apple-icon|opengraph-image|twitter-image|sitemap)(?:\.|$)/u.test(name);
}

function isGroup(folder: string): boolean {
  return /^\((?!\.)[^)]*\)$/u.test(folder);
}
