import { readFile, writeFile } from 'node:fs/promises';

import { targetOf } from './compare.js';
import { buildAtTop, type Measurement } from './harness/measure-build.js';
import { verdictName } from './harness/next-version.js';
import { buildsAtTop, topVerdicts, type TopTrees } from './top-trees.js';

/**
 * Builds each stored tree as a whole app, which is where slots in the app directory itself can be seen, and
 * compares our matcher. A verdict that is new is stored.
 *
 * @returns The exit status: 1 where they differ.
 */
export async function checkTopTrees(measurement: Measurement): Promise<number> {
  const trees = JSON.parse(await readFile(topVerdicts, 'utf8')) as TopTrees;
  const version = verdictName(measurement.build);
  let differing = 0;
  for (const [name, tree] of Object.entries(trees)) {
    const { code, output } = await buildAtTop(name, tree, measurement);
    const next = code === 0 ? 'builds' : 'fails';
    const ours = buildsAtTop(tree.files, targetOf(measurement.build)) ? 'builds' : 'fails';
    if (ours !== next) differing += 1;
    console.log(`${name}: Next ${next}${ours === next ? '' : `, we say it ${ours}`}`);
    const [slot] =
      /Missing required default\.js file for parallel route at \S+/u.exec(output) ?? [];
    if (slot !== undefined) console.log(`  ${slot}`);
    tree.verdicts[version] = next;
  }
  await writeFile(topVerdicts, `${JSON.stringify(trees, null, 2)}\n`);
  return differing === 0 ? 0 : 1;
}
