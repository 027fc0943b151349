/** The matcher's cost is counted, not timed: test/bench measures time. */
import {
  matchRoutes,
  semanticsFor,
  type Bundler,
  type RouteTree,
  type Segment,
} from '@next-slots/core';
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

/** How often matching looks at the files of a folder. */
function looksOf(files: readonly string[], bundler: Bundler = 'turbopack'): number {
  let looks = 0;
  const counted = (segment: Segment): Segment => {
    const folders = segment.folders.map(counted);
    const slots = folders.filter(({ name }) => name.kind === 'slot' && name.value !== 'children');
    return {
      ...segment,
      folders,
      slots,
      get files() {
        looks += 1;
        return segment.files;
      },
    };
  };
  const tree = treeFromFiles(files);
  const countedTree: RouteTree = { ...tree, root: counted(tree.root) };
  matchRoutes(countedTree, semanticsFor({ version: '16.4.6', bundler }));
  return looks;
}

for (const bundler of ['turbopack', 'webpack'] as const) {
  test(`work grows with the number of files, with ${bundler}`, () => {
    const [small, large] = [looksOf(shop(200), bundler), looksOf(shop(1_600), bundler)];
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
    return looksOf(files);
  };
  expect(flat((index) => `(group${index})`)).toBeLessThan(5 * flat((index) => `folder${index}`));
});
