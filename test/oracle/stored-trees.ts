import { mkdir, readFile, writeFile } from 'node:fs/promises';

import type { NextBuild } from './harness/next-version.js';
import type { NamedTrees, OracleTree } from './harness/oracle-tree.js';
import type { WholeApp, WholeApps } from './whole-apps.js';

/**
 * The files that hold trees by name. `found-trees.json` grows by what `pnpm oracle` finds,
 * `version-trees.json` holds the evidence of docs/next-versions.md, `next-fixtures.json` the trees of
 * Next's own end-to-end tests, the rest are the verdicts.
 */
const collections = [
  'version-trees.json',
  'found-trees.json',
  'next-fixtures.json',
  'verdicts/named-trees.json',
  'verdicts/random-trees.json',
];

const foundTrees = new URL('found-trees.json', import.meta.url);

/**
 * Reads stored trees.
 *
 * @throws Error when no file holds a tree of one of the names.
 */
export async function storedTrees(names: readonly string[]): Promise<NamedTrees> {
  const known = new Map<string, OracleTree>();
  for (const file of collections) {
    for (const [name, tree] of await readTrees(new URL(file, import.meta.url))) {
      known.set(name, tree);
    }
  }
  return Object.fromEntries(
    names.map((name) => {
      const tree = known.get(name);
      if (!tree) throw new Error(`No stored tree is named ${name}`);
      return [name, { files: tree.files }];
    }),
  );
}

/** The trees of one file with whatever stands beside their files: the verdicts by Next version. */
export async function readTrees(file: URL): Promise<[name: string, tree: OracleTree][]> {
  const content: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof content !== 'object' || content === null) throw new Error(`${file.href}: no trees`);
  return Object.entries(content).map(([name, tree]: [string, unknown]) => {
    if (!isTree(tree)) throw new Error(`${file.href}: ${name} has no files`);
    return [name, tree];
  });
}

/** Adds a tree, what its app puts into `next.config.js`, and Next's verdict to `found-trees.json`. */
export async function saveFoundTree(
  name: string,
  { files }: OracleTree,
  config: NextBuild['config'],
  verdict: Readonly<Record<string, unknown>>,
): Promise<void> {
  const trees = new Map(await readTrees(foundTrees));
  const isConfigured = Object.keys(config ?? {}).length > 0;
  const saved = { files: [...files].sort(), ...(isConfigured && { config }), ...verdict };
  trees.set(name, saved);
  await writeFile(foundTrees, `${JSON.stringify(Object.fromEntries(trees), null, 2)}\n`);
}

/** Adds an app to `apps/found.json`. */
export async function saveWholeApp(name: string, app: WholeApp): Promise<void> {
  const file = new URL('apps/found.json', import.meta.url);
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const apps = { ...(JSON.parse(text) as WholeApps), [name]: app };
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, `${JSON.stringify(apps, null, 2)}\n`);
}

function isTree(value: unknown): value is OracleTree {
  return (
    typeof value === 'object' &&
    value !== null &&
    'files' in value &&
    Array.isArray(value.files) &&
    value.files.every((file) => typeof file === 'string')
  );
}
