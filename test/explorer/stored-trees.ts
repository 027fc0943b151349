/** The trees that the oracle stores, as the explorer is asked about them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { SourceReader } from '@next-slots/core';
import { offeredTargets } from '@next-slots/explorer';
import { fileName } from '../oracle/harness/oracle-tree.js';
import { filesInApp } from '../oracle/verdict-tree.js';

interface Stored {
  readonly files: readonly string[];
}

const oracle = new URL('../oracle/', import.meta.url);

function stored(file: string): [name: string, tree: Stored][] {
  const text = readFileSync(new URL(file, oracle), 'utf8');
  return Object.entries(JSON.parse(text) as Record<string, Stored>).map(([name, tree]) => [
    `${file} ${name}`,
    tree,
  ]);
}

const trees = [
  'version-trees.json',
  'found-trees.json',
  'next-fixtures.json',
  'verdicts/named-trees.json',
  'verdicts/navigation.json',
  'verdicts/random-trees.json',
].flatMap((file) => stored(file).map(([name, { files }]) => [name, filesInApp(files)] as const));

const apps = readdirSync(new URL('apps/', oracle))
  .flatMap((file) => stored(`apps/${file}`))
  .map(([name, { files }]) => [name, files.map(fileName)] as const);

/** Every tree: its name, and its files below the app directory. */
export const storedTrees: readonly (readonly [name: string, files: readonly string[]])[] = [
  ...trees,
  ...apps,
];

/** The layouts that a stored tree stands for render all that they get. */
export const sources: SourceReader = {
  text: () => undefined,
  facts: () => undefined,
  template: () => undefined,
};

/** The Next.js versions and bundlers that the explorer offers. */
export const targets = offeredTargets({ version: '16.4.6', bundler: 'turbopack' });
