import { configured, describeSettings, settingsFor, type AppSettings } from './app-settings.js';
import { differences } from './compare.js';
import { measure } from './harness/measure.js';
import type { Measurement } from './harness/measure-build.js';
import { verdictName } from './harness/next-version.js';
import type { NamedTrees, OracleTree } from './harness/oracle-tree.js';
import { isBuildable, randomTrees } from './random-trees.js';
import { shrinkFailure } from './shrink-failures.js';
import { saveFoundTree } from './stored-trees.js';

/** Which random trees to ask about. */
export interface Sample {
  readonly runs: number;
  readonly seed: number;
  /** Whether to ask the URLs of a 16 release too. */
  readonly serve: boolean;
  /** How many of the trees that differ to make small: each costs several builds, and many mostly have one cause. */
  readonly shrink: number;
}

/** A tree that Next and our matcher judge differently, and how its app is configured. */
interface Failure {
  readonly tree: OracleTree;
  readonly measurement: Measurement;
}

/** Trees that are built with the same settings. */
const settingsSize = 150;

/**
 * Compares our matcher with real Next on random trees, and stores what they differ about. Every 150
 * trees are built with other settings: `basePath`, `output: 'export'` and so on.
 *
 * @returns The exit status: 1 where they differ.
 */
export async function checkRandomTrees(
  { runs, seed, serve, shrink }: Sample,
  measurement: Measurement,
): Promise<number> {
  const { build, log } = measurement;
  const name = verdictName(build);
  log(`Next ${name}, ${String(runs)} random trees, seed ${String(seed)}`);
  const trees = randomTrees(seed, runs);
  const settings = settingsFor(build);
  const failures: Failure[] = [];
  let asked = 0;
  for (let start = 0; start < runs; start += settingsSize) {
    const each = settings[(start / settingsSize + seed) % settings.length] ?? {};
    const batch = trees
      .slice(start, start + settingsSize)
      .filter((tree) => each.takes?.(tree) ?? true);
    asked += batch.length;
    failures.push(...(await checkBatch(batch, each, serve, measurement)));
    log(`${String(asked)} trees asked, ${String(failures.length)} differ`);
  }
  console.log(
    `Next ${name}, seed ${String(seed)}: ${String(asked - failures.length)} of ${String(asked)} trees agree`,
  );
  for (const [index, failure] of failures.slice(0, shrink).entries()) {
    await shrinkAndSave(
      `found-${name.replace(' ', '-')}-${String(seed)}-${String(index)}`,
      failure,
      serve,
    );
  }
  if (failures.length > shrink) {
    console.log(`${String(failures.length - shrink)} more trees differ and were not shrunk`);
  }
  return failures.length === 0 ? 0 : 1;
}

async function checkBatch(
  trees: readonly OracleTree[],
  settings: AppSettings,
  serve: boolean,
  own: Measurement,
): Promise<Failure[]> {
  const measurement = { ...own, build: configured(own.build, settings) };
  const named = Object.fromEntries(trees.map((tree, index) => [`r${String(index)}`, tree]));
  const answers = await measure(named, measurement, serve);
  return Object.entries(named).flatMap(([name, tree]) => {
    const answer = answers.get(name);
    if (!answer) throw new Error('A tree was not answered');
    const found = differences(tree, measurement.build, answer);
    if (found.length === 0) return [];
    // Told at once: making it small can take longer than anybody waits.
    own.log(`differs${describeSettings(settings)}: ${tree.files.join(' ')}`);
    for (const line of found) own.log(`  ${line}`);
    return [{ tree, measurement }];
  });
}

async function shrinkAndSave(
  title: string,
  { tree, measurement }: Failure,
  serve: boolean,
): Promise<void> {
  const { build } = measurement;
  const smallest = await shrinkFailure(tree, {
    findDifferences: (trees) => findDifferences(trees, measurement, serve),
    isAllowed: isBuildable,
    batchSize: 40,
    mostAsked: 2000,
  });
  const answer = (await measure({ [title]: smallest }, measurement, serve)).get(title);
  console.log(`\n${title}${describeSettings(build)}: ${smallest.files.join(' ')}`);
  for (const line of answer ? differences(smallest, build, answer) : []) console.log(`  ${line}`);
  await saveFoundTree(title, smallest, build.config, { [verdictName(build)]: answer });
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
      return tree && differences(tree, measurement.build, answer).length > 0 ? [name] : [];
    }),
  );
}
