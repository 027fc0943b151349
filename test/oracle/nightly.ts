import { parseArgs } from 'node:util';

import { checkFixes } from './check-fixes.js';
import { checkRandomTrees } from './check-random-trees.js';
import { checkWholeApps } from './check-whole-apps.js';
import { defaultBundler, verdictName, type NextBuild } from './harness/next-version.js';

const usage = `Compares our matcher with every Next.js release line, as the nightly workflow does.

pnpm oracle:nightly            2,000 random trees for 16.4.6 with each bundler, 300 for each of the
                               older releases, and some whole apps for each; and what \`fix\` makes
                               of some trees, which must not be worse
  --next VERSIONS              comma-separated, some of them only: 16.4.6,16.4.6:webpack,15.5.29
  --seed N                     the seed of an earlier run
  --share PERCENT              so much of the trees and apps (100)
  --only trees|apps|fixes      one of the three

What differs is made small and stored, as by \`pnpm oracle\`. Exit status: 0 agreement, 1 differences.`;

interface Job extends Pick<NextBuild, 'version' | 'bundler'> {
  readonly trees: number;
  readonly apps: number;
}

const jobs: readonly Job[] = [
  { version: '16.4.6', bundler: 'turbopack', trees: 2000, apps: 120 },
  { version: '16.4.6', bundler: 'webpack', trees: 2000, apps: 80 },
  ...['16.2.12', '16.0.11', '15.5.29', '14.2.35', '13.5.11'].map((version): Job => ({
    version,
    bundler: defaultBundler(version),
    trees: 300,
    apps: 30,
  })),
];

async function main(signal: AbortSignal): Promise<number> {
  const { values } = parseArgs({
    options: {
      next: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      share: { type: 'string', default: '100' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const seed = Number(values.seed);
  const share = Number(values.share) / 100;
  const chosen = values.next?.split(',').map((name) => name.replace(':', ' '));
  let status = 0;
  for (const { trees, apps, ...build } of jobs) {
    if (chosen?.includes(verdictName(build)) === false) continue;
    const measurement = { build, signal, log: console.error };
    const sample = { seed, shrink: 5, serve: true };
    const asks = {
      trees: () => checkRandomTrees({ ...sample, runs: Math.ceil(trees * share) }, measurement),
      apps: () => checkWholeApps({ ...sample, runs: Math.ceil(apps * share) }, measurement),
      fixes: () => checkFixes({ seed, runs: Math.ceil((trees / 5) * share) }, measurement),
    };
    for (const [what, ask] of Object.entries(asks)) {
      if ((values.only ?? what) === what) status |= await ask();
    }
  }
  return status;
}

process.exitCode = await main(new AbortController().signal);
