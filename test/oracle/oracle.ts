import { parseArgs } from 'node:util';

import { checkNavigations } from './check-navigations.js';
import { checkRandomTrees } from './check-random-trees.js';
import { checkWholeApps } from './check-whole-apps.js';
import type { Measurement } from './harness/measure-build.js';
import { defaultBundler } from './harness/next-version.js';
import { recordAnswers } from './record-answers.js';
import { showTrees } from './show-trees.js';

const usage = `Asks real Next.js what it does with trees of route files, and compares our matcher.

pnpm oracle                    fresh random trees against next build 16.4.6
  --next VERSION               another release: 16.0.11, 15.5.29, 14.0.0-canary.3 (before 16: the
                               app is built, served and asked by HTTP)
  --webpack, --turbopack       instead of the bundler that the release uses by default
  --runs N                     how many random trees (100)
  --seed N                     the seed of an earlier run
  --whole                      each random tree as an app of its own, with slots in the app directory,
                               root layouts further down and a pages directory (10 s a tree)
  --shrink N                   how many trees that differ to make small and to store (5)
  --config JSON                put into next.config.js: '{"deprecated":{"looseRouteMatching":true}}'
  --tree NAME                  no random trees: print what Next does with a stored tree (repeatable)
  --serve                      ask the URLs of a 16 release too, not only its build
  --record                     with --tree: store the raw answers in test/oracle/recorded
  --browser                    soft navigations in Chromium (CHROMIUM names another binary)

A difference is made as small as possible and stored in test/oracle/found-trees.json.
Next releases are kept in $NEXT_SLOTS_CACHE, or next-slots in the user's cache folder.
Exit status: 0 agreement, 1 differences, 2 wrong usage or a failure of the harness.`;

async function main(signal: AbortSignal): Promise<number> {
  const { values } = parseArgs({
    options: {
      next: { type: 'string', default: '16.4.6' },
      webpack: { type: 'boolean', default: false },
      turbopack: { type: 'boolean', default: false },
      runs: { type: 'string', default: '100' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      config: { type: 'string', default: '{}' },
      tree: { type: 'string', multiple: true, default: [] },
      serve: { type: 'boolean', default: false },
      shrink: { type: 'string', default: '5' },
      whole: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const bundler = values.webpack
    ? 'webpack'
    : values.turbopack
      ? 'turbopack'
      : defaultBundler(values.next);
  const measurement: Measurement = {
    build: { version: values.next, bundler, config: jsonObject(values.config) },
    signal,
    log: (line) => {
      console.error(line);
    },
  };
  if (values.record) return recordAnswers(values.tree, measurement);
  if (values.tree.length > 0) return showTrees(values.tree, measurement, values.serve);
  const sample = {
    runs: wholeNumber('runs', values.runs),
    seed: wholeNumber('seed', values.seed),
    serve: values.serve,
    shrink: wholeNumber('shrink', values.shrink),
  };
  if (values.whole) return checkWholeApps(sample, measurement);
  return values.browser
    ? checkNavigations(sample, measurement)
    : checkRandomTrees(sample, measurement);
}

function wholeNumber(option: string, value: string): number {
  if (!/^\d+$/u.test(value)) throw new Error(`--${option} wants a whole number, not ${value}`);
  return Number(value);
}

function jsonObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`--config wants a JSON object, not ${text}`);
  }
  return { ...value };
}

const abort = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => {
    abort.abort(new Error(`Ended by ${name}`));
  });
}
try {
  process.exitCode = await main(abort.signal);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
