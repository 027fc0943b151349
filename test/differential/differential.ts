/**
 * Compares the core of another commit with the one built here, on random apps: after a change that should
 * change no verdict, `pnpm differential --base DIR`. DIR holds the built core of the commit before it:
 * its `packages/core/dist`, with what core depends on installed.
 */
import * as head from '@next-slots/core';
import * as fc from 'fast-check';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { pathsToAsk } from '../random/app-answers.js';
import { openInMemory } from '../random/app-in-memory.js';
import { hostileApps, randomApps, type RandomApp } from '../random/random-apps.js';
import { verdictsOf, type Verdicts } from './core-verdicts.js';
import { openWith, type Core } from './open-with.js';

const targets: readonly head.NextTarget[] = [
  { version: '16.4.6', bundler: 'turbopack' },
  { version: '16.4.6', bundler: 'webpack' },
  { version: '16.2.12', bundler: 'turbopack' },
  { version: '16.0.11', bundler: 'turbopack' },
  { version: '15.5.29', bundler: 'webpack' },
  { version: '13.5.11', bundler: 'webpack' },
];

/** How many URLs of each app are explained. */
const explained = 8;

const { values } = parseArgs({
  options: {
    base: { type: 'string' },
    apps: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    /** Leave the findings out, where checks were changed on purpose. */
    'matches-only': { type: 'boolean', default: false },
  },
});

await main();

async function main(): Promise<void> {
  if (values.base === undefined)
    throw new Error('Pass --base DIR, the built core to compare with.');
  const url = pathToFileURL(join(resolve(values.base), 'index.js')).href;
  const base = (await import(url)) as Core;
  const numRuns = Number(values.apps);
  const seed = Number(values.seed);
  const withFindings = !values['matches-only'];
  const apps = fc.oneof(
    { weight: 4, arbitrary: randomApps() },
    { weight: 1, arbitrary: hostileApps() },
  );
  let compared = 0;
  fc.assert(
    fc.property(apps, (files) => {
      for (const next of targets) {
        compare(files, next, base, withFindings);
        compared += 1;
      }
    }),
    { numRuns, seed },
  );
  console.log(
    `The same on ${String(numRuns)} apps of seed ${String(seed)}: ${compared} comparisons.`,
  );
}

function compare(files: RandomApp, next: head.NextTarget, base: Core, withFindings: boolean): void {
  const app = openInMemory(files, next);
  const urls = [...pathsToAsk(app)].slice(0, explained);
  const after = verdictsOf(head, app, urls, withFindings);
  const before = verdictsOf(base, openWith(base, files, next), urls, withFindings);
  if (isDeepStrictEqual(after, before)) return;
  throw new Error([`${next.version} ${next.bundler}`, ...differences(before, after)].join('\n'));
}

/** The entries of each part that only one of the two has. */
function differences(before: Verdicts, after: Verdicts): string[] {
  return Object.keys(before).flatMap((part) => {
    const [old, now] = [before, after].map(
      (verdicts) => new Set((verdicts[part] ?? []).map((entry) => JSON.stringify(entry))),
    ) as [Set<string>, Set<string>];
    const only = (from: Set<string>, other: Set<string>, sign: string) =>
      [...from].filter((entry) => !other.has(entry)).map((entry) => `  ${sign} ${part}: ${entry}`);
    const lines = [...only(old, now, '-'), ...only(now, old, '+')];
    const isReordered = lines.length === 0 && !isDeepStrictEqual(before[part], after[part]);
    return isReordered ? [`  ${part}: another order`] : lines;
  });
}
