/** The matcher's cost is counted, not timed: test/bench measures time. */
import { matchRoutes, semanticsFor, type Bundler } from '@next-slots/core';
import { expect, test } from 'vitest';
import { treeFromFiles } from '../../harness/tree-from-files.js';

/** Areas of ten sections each; a section is a level with slots and has three routes. */
function shop(sections: number): string[] {
  const files = ['layout.tsx', 'page.tsx', '@modal/default.tsx'];
  for (let index = 0; index < sections; index += 1) {
    const section = `area${Math.floor(index / 10)}/section${index}`;
    for (const file of ['layout', 'page', '@team/page', '@team/default', '@team/x/page']) {
      files.push(`${section}/${file}.tsx`);
    }
    for (const file of ['@stats/default', 'x/page', '[id]/page', 'default']) {
      files.push(`${section}/${file}.tsx`);
    }
  }
  return files;
}

function visitsOf(files: readonly string[], bundler: Bundler = 'turbopack'): number {
  let visits = 0;
  const semantics = semanticsFor({ version: '16.4.6', bundler });
  matchRoutes(treeFromFiles(files), semantics, { visited: () => (visits += 1) });
  return visits;
}

for (const bundler of ['turbopack', 'webpack'] as const) {
  test(`work grows with the number of files, with ${bundler}`, () => {
    const [small, large] = [visitsOf(shop(200), bundler), visitsOf(shop(1_600), bundler)];
    expect(small).toBeGreaterThan(600);
    expect(large / small).toBeLessThan(8.2);
  });
}

test('a flat app of many groups costs no more than one of many folders', () => {
  const flat = (folder: (index: number) => string) => {
    const files = ['layout.tsx', '@modal/default.tsx'];
    for (let index = 0; index < 500; index += 1) {
      files.push(`${folder(index)}/page${index}/page.tsx`);
    }
    return visitsOf(files);
  };
  expect(flat((index) => `(group${index})`)).toBeLessThan(5 * flat((index) => `folder${index}`));
});
