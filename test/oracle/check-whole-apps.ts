import { configured, describeSettings, settingsFor } from './app-settings.js';
import type { Sample } from './check-random-trees.js';
import { wholeAppDifferences } from './compare.js';
import type { Measurement } from './harness/measure-build.js';
import { verdictName } from './harness/next-version.js';
import type { NamedTrees, OracleTree } from './harness/oracle-tree.js';
import { randomTrees, wholeTrees } from './random-trees.js';
import { shrinkFailure } from './shrink-failures.js';
import { saveWholeApp } from './stored-trees.js';
import { measureWholeApp } from './whole-apps.js';

/**
 * Compares our matcher with real Next on random trees that are whole apps, each built and served by
 * itself and with the next of the settings. What differs is stored in `apps/found.json`.
 *
 * @returns The exit status: 1 where they differ.
 */
export async function checkWholeApps(
  { runs, seed, shrink }: Pick<Sample, 'runs' | 'seed' | 'shrink'>,
  own: Measurement,
): Promise<number> {
  const { log } = own;
  const name = verdictName(own.build);
  log(`Next ${name}, ${String(runs)} random apps, seed ${String(seed)}`);
  const settings = settingsFor(own.build);
  let asked = 0;
  let failures = 0;
  for (const [index, app] of randomTrees(seed, runs, wholeTrees).entries()) {
    const each = settings[index % settings.length] ?? {};
    if (each.takes?.(app) === false) continue;
    const measurement = { ...own, build: configured(own.build, each) };
    asked += 1;
    const found = await differencesOf(app, measurement);
    if (found.length === 0) continue;
    log(`differs${describeSettings(each)}: ${app.files.join(' ')}`);
    for (const line of found) log(`  ${line}`);
    if (failures < shrink) {
      await shrinkAndSave(`found-${String(seed)}-${String(index)}`, app, measurement);
    }
    failures += 1;
  }
  console.log(
    `Next ${name}, seed ${String(seed)}: ${String(asked - failures)} of ${String(asked)} apps agree`,
  );
  return failures === 0 ? 0 : 1;
}

async function differencesOf(app: OracleTree, measurement: Measurement): Promise<string[]> {
  const verdict = await measureWholeApp('app', app, measurement);
  return wholeAppDifferences(app, measurement.build, verdict);
}

async function shrinkAndSave(
  title: string,
  app: OracleTree,
  measurement: Measurement,
): Promise<void> {
  const findDifferences = async (trees: NamedTrees) => {
    const failing = new Set<string>();
    for (const [name, tree] of Object.entries(trees)) {
      if ((await differencesOf(tree, measurement)).length > 0) failing.add(name);
    }
    return failing;
  };
  const smallest = await shrinkFailure(app, {
    findDifferences,
    isAllowed: ({ files }) => files.some((file) => /(?:^|\/)layout$/u.test(file)),
    // Each app is a build of its own.
    batchSize: 1,
    mostAsked: 40,
  });
  const { build } = measurement;
  const verdict = await measureWholeApp('app', smallest, measurement);
  console.log(`\n${title}${describeSettings(build)}: ${smallest.files.join(' ')}`);
  for (const line of wholeAppDifferences(smallest, build, verdict)) console.log(`  ${line}`);
  await saveWholeApp(title, {
    files: [...smallest.files].sort(),
    ...(build.config && { config: build.config }),
    verdicts: { [verdictName(build)]: verdict },
  });
}
