import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildsAtTop, topVerdicts, type TopTrees } from './top-trees.js';
import { verdictTarget } from './verdict-tree.js';

const trees = JSON.parse(readFileSync(topVerdicts, 'utf8')) as TopTrees;

test.each(Object.entries(trees))('%s at the top of an app', (_, { files, verdicts }) => {
  const ours = Object.keys(verdicts).map((version) => {
    const builds = buildsAtTop(files, verdictTarget(version));
    return [version, builds ? 'builds' : 'fails'];
  });
  expect(Object.fromEntries(ours)).toEqual(verdicts);
  expect(ours.length).toBeGreaterThan(0);
});
