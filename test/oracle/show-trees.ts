import { measure } from './harness/measure.js';
import type { Measurement } from './harness/measure-build.js';
import { storedTrees } from './stored-trees.js';

/** Prints what one build of Next does with stored trees, as JSON. */
export async function showTrees(
  names: readonly string[],
  measurement: Measurement,
  serve: boolean,
): Promise<number> {
  const trees = await storedTrees(names);
  const answers = await measure(trees, measurement, serve);
  console.log(JSON.stringify(Object.fromEntries(answers), null, 2));
  return 0;
}
