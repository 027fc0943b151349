/**
 * The trees that `pnpm oracle` once found a difference on, and those of Next's own end-to-end tests
 * (`test/e2e/app-dir` of vercel/next.js, by folder), each with what real Next said of it.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { differences } from './compare.js';
import type { ServedAnswer } from './harness/measure-urls.js';
import type { NextBuild } from './harness/next-version.js';
import type { OracleTree } from './harness/oracle-tree.js';
import { verdictTarget } from './verdict-tree.js';

type FoundTree = OracleTree &
  Pick<NextBuild, 'config'> & { readonly verdicts: Readonly<Record<string, ServedAnswer>> };

/** Trees on which core does not agree with Next, each with the reason. */
const knownDifferences: Readonly<Record<string, string>> = {};

const trees = { ...readTrees('found-trees.json'), ...readTrees('next-fixtures.json') };

function readTrees(file: string): Readonly<Record<string, FoundTree>> {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const stored = JSON.parse(text) as Record<string, Omit<FoundTree, 'verdicts'>>;
  return Object.fromEntries(
    Object.entries(stored).map(([name, { files, config = {}, ...verdicts }]) => [
      name,
      { files, config, verdicts: verdicts },
    ]),
  );
}

test('knows only differences of stored trees', () => {
  expect(Object.keys(trees)).toEqual(expect.arrayContaining(Object.keys(knownDifferences)));
});

for (const [name, { files, config, verdicts }] of Object.entries(trees)) {
  const reason = knownDifferences[name];
  for (const [next, answer] of Object.entries(verdicts)) {
    test(`${name} on Next ${next}${reason === undefined ? '' : ` differs: ${reason}`}`, () => {
      const found = differences({ files }, { ...verdictTarget(next), config }, answer);
      if (reason === undefined) expect(found).toEqual([]);
      else expect(found).not.toEqual([]);
    });
  }
}
