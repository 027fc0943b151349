/**
 * What the explorer makes of every tree that the oracle stores, from what a host tells it and from a
 * permalink, must be what `explain` says: at every URL, on a hard navigation and after one to three soft navigations.
 * By day for one Next.js version and bundler each, by night for each of those that the explorer offers.
 * `oracle.test.ts` asks the same of the page that is drawn.
 */
import {
  explainUrl,
  shownMatchesOf,
  type Explanation,
  type LevelBox,
  type RouteMatches,
} from '@next-slots/core';
import { describeApp } from '@next-slots/explorer';
import { expect, test } from 'vitest';
import { AppModel } from '../../packages/explorer/src/model/app-model.js';
import { initialState } from '../../packages/explorer/src/model/explorer-state.js';
import { printState, readState } from '../../packages/explorer/src/model/permalink.js';
import { screenOf } from '../../packages/explorer/src/model/screen.js';
import { isNight } from '../harness/is-night.js';
import { treeFromFiles } from '../harness/tree-from-files.js';
import { verdictTarget } from '../oracle/verdict-tree.js';
import { sources, storedTrees, targets } from './stored-trees.js';

/** Ways to a URL: none, and by way of one to three pages. */
function trailsTo(url: string, index: number, pages: readonly string[]): readonly string[][] {
  const around = [0, index + 1, index * 7 + 3].map((each) => pages[each % pages.length] ?? '/');
  const others = [...new Set(around)].filter((each) => each !== url);
  return [[], ...others.map((_, last) => others.slice(0, last + 1))];
}

/** What is explained, and what is drawn of it, in the same words. */
function explained({ outcome, soft, hard, kept }: Explanation): object {
  const line = (fill: Explanation['soft'][number], isKept: boolean) =>
    JSON.stringify([fill.segment, fill.slot, fill.fill, fill.file, isKept]);
  return {
    outcome,
    soft: soft.map((fill) => line(fill, kept.has(fill))).sort(),
    hard: hard.map((fill) => line(fill, false)).sort(),
  };
}

function drawn(matches: RouteMatches, fragment: string): object | string {
  const screen = screenOf(matches, readState(fragment));
  if ('unknown' in screen) return screen.unknown;
  const lines = (levels: readonly LevelBox[]): string[] =>
    levels
      .flatMap(({ slots }) => slots)
      .flatMap(({ fill, kept, levels: inner }) => [
        JSON.stringify([fill.segment, fill.slot, fill.fill, fill.file, kept]),
        ...lines(inner),
      ]);
  return {
    outcome: screen.explanation.outcome,
    soft: lines(screen.soft).sort(),
    hard: lines(screen.hard).sort(),
  };
}

test('the explorer says of every stored tree what explain says', () => {
  const wrong: object[] = [];
  let states = 0;
  for (const [tree, [name, files]] of storedTrees.entries()) {
    const next = verdictTarget('16.4.6');
    const app = { tree: treeFromFiles(files), next, settings: {}, sources };
    const told = JSON.stringify(describeApp({ name: 'app', app, checks: [] }, []));
    const model = new AppModel(JSON.parse(told) as ReturnType<typeof describeApp>);
    for (const target of isNight ? targets : [targets[tree % targets.length] ?? next]) {
      const matches = shownMatchesOf({ ...app, next: { ...next, ...target } });
      const pages = matches.routes.filter(({ kind }) => kind === 'page').map(({ url }) => url);
      for (const [index, url] of pages.entries()) {
        for (const from of trailsTo(url, index, pages)) {
          const explanation = explainUrl(matches, url, from);
          const fragment = printState({ ...initialState, url, from, target });
          const wanted = 'unknown' in explanation ? explanation.unknown : explained(explanation);
          const got = drawn(model.matches(target), fragment);
          if (JSON.stringify(got) !== JSON.stringify(wanted))
            wrong.push({ name, fragment, got, wanted });
          states += 1;
        }
      }
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(states).toBeGreaterThan(4000);
});
