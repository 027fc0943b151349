import type { NamedTrees } from './harness/oracle-tree.js';
import { smallerTrees, type RandomTree } from './random-trees.js';

/** How many smaller trees are built at once: a build costs seconds, one more tree nearly nothing. */
const batchSize = 40;

/** Tells which of the trees Next and our matcher judge differently. */
export type FindDifferences = (trees: NamedTrees) => Promise<ReadonlySet<string>>;

/**
 * Makes a failing tree as small as fast-check can while it keeps failing. Where fast-check tries one
 * smaller tree after the other, this asks about a whole batch in one build and goes on with the
 * first that fails.
 */
export async function shrinkFailure(
  failure: RandomTree,
  findDifferences: FindDifferences,
): Promise<RandomTree> {
  const seen = new Set([keyOf(failure)]);
  let smallest = failure;
  for (;;) {
    const smaller = await firstFailing(smallest, seen, findDifferences);
    if (smaller === undefined) return smallest;
    smallest = smaller;
  }
}

async function firstFailing(
  tree: RandomTree,
  seen: Set<string>,
  findDifferences: FindDifferences,
): Promise<RandomTree | undefined> {
  let batch: RandomTree[] = [];
  const ask = async () => {
    const trees = Object.fromEntries(
      batch.map(({ value }, index) => [`s${String(index)}`, value] as const),
    );
    const failing = batch.length === 0 ? new Set<string>() : await findDifferences(trees);
    const found = batch.find((_, index) => failing.has(`s${String(index)}`));
    batch = [];
    return found;
  };
  for (const candidate of smallerTrees(tree)) {
    if (seen.has(keyOf(candidate))) continue;
    seen.add(keyOf(candidate));
    batch.push(candidate);
    if (batch.length < batchSize) continue;
    const found = await ask();
    if (found) return found;
  }
  return ask();
}

/** The order of files means nothing to Next. */
function keyOf({ value }: RandomTree): string {
  return [...value.files].sort().join('\n');
}
