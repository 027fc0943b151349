import { differences, targetOf } from './compare.js';
import { measure } from './harness/measure.js';
import type { Measurement } from './harness/measure-build.js';
import type { ServedAnswer } from './harness/measure-urls.js';
import { verdictName } from './harness/next-version.js';
import type { NamedTrees } from './harness/oracle-tree.js';
import { randomTrees, type RandomTree } from './random-trees.js';
import { shrinkFailure } from './shrink-failures.js';
import { saveFoundTree } from './stored-trees.js';
import { matchVerdictTree } from './verdict-tree.js';

/** Which random trees to ask about. */
export interface Sample {
  readonly runs: number;
  readonly seed: number;
  /** Whether to ask the URLs of a 16 release too. */
  readonly serve: boolean;
}

/** Shrinking costs several builds per tree, and many failures mostly have one cause. */
const mostShrunk = 5;

/**
 * Compares our matcher with real Next on random trees, and stores what they differ about.
 *
 * @returns The exit status: 1 where they differ.
 */
export async function checkRandomTrees(
  { runs, seed, serve }: Sample,
  measurement: Measurement,
): Promise<number> {
  const { build, log } = measurement;
  const name = verdictName(build);
  log(`Next ${name}, ${String(runs)} random trees, seed ${String(seed)}`);
  const trees = take(runs, randomTrees(seed));
  const answers = await measure(named(trees), measurement, serve);

  let unbuildable = 0;
  const failures: RandomTree[] = [];
  trees.forEach((tree, index) => {
    const answer = answers.get(nameOf(index));
    const found = compare(tree, answer, measurement);
    if (found) {
      if (found.length === 0) return;
      failures.push(tree);
      // Told at once: making it small can take longer than anybody waits.
      log(`differs: ${tree.value.files.join(' ')}`);
      for (const line of found) log(`  ${line}`);
      return;
    }
    unbuildable += 1;
    const { routes } = matchVerdictTree(tree.value.files, targetOf(build));
    const expected = routes.some(({ outcome }) => outcome === 'build-error');
    log(`cannot be built${expected ? ', as we say' : ''}: ${tree.value.files.join(' ')}`);
    if (answer && 'buildError' in answer) log(`  ${answer.buildError.split('\n', 2).join(' ')}`);
  });
  const compared = runs - unbuildable;
  console.log(`${String(compared - failures.length)} of ${String(compared)} trees agree`);
  if (unbuildable > 0)
    console.log(`${String(unbuildable)} trees break the build for other reasons`);

  for (const [index, failure] of failures.slice(0, mostShrunk).entries()) {
    const smallest = await shrinkFailure(failure, (batch) =>
      findDifferences(batch, measurement, serve),
    );
    await report(`found-${name.replace(' ', '-')}-${String(seed)}-${String(index)}`, smallest);
  }
  if (failures.length > mostShrunk) {
    console.log(`${String(failures.length - mostShrunk)} more trees differ and were not shrunk`);
  }
  return failures.length === 0 ? 0 : 1;

  async function report(title: string, tree: RandomTree): Promise<void> {
    const answer = (await measure({ [title]: tree.value }, measurement, serve)).get(title);
    console.log(`\n${title}: ${tree.value.files.join(' ')}`);
    for (const line of compare(tree, answer, measurement) ?? []) console.log(`  ${line}`);
    await saveFoundTree(title, tree.value, { [name]: answer });
  }
}

function compare(tree: RandomTree, answer: ServedAnswer | undefined, { build }: Measurement) {
  if (!answer) throw new Error('A tree was not answered');
  return differences(tree.value, build, answer);
}

async function findDifferences(
  trees: NamedTrees,
  measurement: Measurement,
  serve: boolean,
): Promise<ReadonlySet<string>> {
  const answers = await measure(trees, measurement, serve);
  return new Set(
    [...answers].flatMap(([name, answer]) => {
      const tree = trees[name];
      const found = tree && differences(tree, measurement.build, answer);
      return found && found.length > 0 ? [name] : [];
    }),
  );
}

function take(count: number, trees: Iterable<RandomTree>): RandomTree[] {
  const taken: RandomTree[] = [];
  for (const tree of trees) {
    if (taken.length === count) break;
    taken.push(tree);
  }
  return taken;
}

function named(trees: readonly RandomTree[]): NamedTrees {
  return Object.fromEntries(trees.map(({ value }, index) => [nameOf(index), value]));
}

function nameOf(index: number): string {
  return `r${String(index)}`;
}
