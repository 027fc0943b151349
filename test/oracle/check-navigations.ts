import { findRoute, navigate, type RouteMatches, type SlotFill } from '@next-slots/core';

import type { Sample } from './check-random-trees.js';
import { saysOfSlots, targetOf } from './compare.js';
import type { Measurement } from './harness/measure-build.js';
import {
  measureNavigations,
  type JourneyAnswer,
  type Journeys,
  type TravelledTrees,
} from './harness/measure-navigations.js';
import { verdictName } from './harness/next-version.js';
import { urlsOf, type OracleTree } from './harness/oracle-tree.js';
import { randomTrees } from './random-trees.js';
import { readTrees } from './stored-trees.js';
import { fileInTree, inApp, matchVerdictTree } from './verdict-tree.js';

/** Journeys per tree: each costs three page loads. */
const mostNavigations = 8;

/**
 * Compares what `navigate` says with what a real browser shows: on the trees of
 * `verdicts/navigation.json` and on random trees, between the URLs that a hard navigation renders.
 *
 * @returns The exit status: 1 where they differ.
 */
export async function checkNavigations(
  { runs, seed }: Pick<Sample, 'runs' | 'seed'>,
  measurement: Measurement,
): Promise<number> {
  const { build, log } = measurement;
  const target = targetOf(build);
  log(`Next ${verdictName(build)} in Chromium, seed ${seed}`);
  const stored = await readTrees(new URL('verdicts/navigation.json', import.meta.url));
  const chosen: [string, OracleTree][] = stored.map(([name, { files }]) => [name, { files }]);
  let tried = 0;
  for (const value of randomTrees(seed, 200 * runs)) {
    if (chosen.length === stored.length + runs) break;
    tried += 1;
    const matches = matchVerdictTree(value.files, target);
    const { missing, missingDefaults, unmatched, canonical, conflicts } = matches;
    const refused = [missing, missingDefaults, unmatched, canonical, conflicts].some(
      (list) => list.length > 0,
    );
    if (!refused && shownUrls(value, matches).length > 1) chosen.push([`r${tried - 1}`, value]);
  }
  const trees: TravelledTrees = Object.fromEntries(
    chosen.map(([name, tree]) => [
      name,
      {
        ...tree,
        ...journeysOf(shownUrls(tree, matchVerdictTree(tree.files, target))),
      },
    ]),
  );
  const answers = await measureNavigations(trees, measurement);

  let compared = 0;
  let differing = 0;
  for (const [name, tree] of chosen) {
    const answer = answers.get(name);
    if (!answer || 'buildError' in answer) {
      console.log(`${name} breaks the build: ${tree.files.join(' ')}`);
      differing += 1;
      continue;
    }
    const found = compareJourneys(matchVerdictTree(tree.files, target), answer);
    compared += answer.navigations.length + answer.chains.length;
    differing += found.length;
    if (found.length > 0) console.log(`${name}: ${tree.files.join(' ')}`);
    for (const line of found) console.log(`  ${line}`);
  }
  console.log(`${compared} journeys in ${chosen.length} trees, ${differing} differences`);
  return differing === 0 ? 0 : 1;
}

/** The URLs of a tree that show a page on a hard navigation; elsewhere there is nothing to keep or change. */
function shownUrls(tree: OracleTree, matches: RouteMatches): string[] {
  const shown = new Set(
    matches.routes
      .filter(
        // A gap that the server streams past becomes the not-found page in the browser.
        ({ outcome, renders, gaps }) => outcome === 'ok' && renders.length > 0 && gaps.length === 0,
      )
      .map(({ url }) => url),
  );
  return urlsOf(tree).filter(
    (url) => saysOfSlots(url) && shown.has(findRoute(matches, inApp(url))?.route ?? ''),
  );
}

/** Pairs of URLs spread over the tree, and one way through the first URLs and back. */
function journeysOf(urls: readonly string[]): Journeys {
  const pairs = urls.flatMap((from) =>
    urls.filter((to) => to !== from).map((to) => ({ from, to })),
  );
  const step = Math.max(1, Math.floor(pairs.length / mostNavigations));
  return {
    navigations: pairs.filter((_, index) => index % step === 0).slice(0, mostNavigations),
    chains: [{ urls: [...urls.slice(0, 4), ...urls.slice(0, 1)] }],
  };
}

function compareJourneys(
  matches: RouteMatches,
  { navigations, chains }: Exclude<JourneyAnswer, { readonly buildError: string }>,
): string[] {
  const check = (urls: readonly string[], how: 'hard' | 'soft', shown: readonly string[]) => {
    const going = navigate(matches, urls.map(inApp));
    const ours = going ? shownBy(going[how]) : 'no route';
    const next = [...shown].sort().join(', ');
    return ours === next ? [] : [`${urls.join(' -> ')} ${how}: we say ${ours}, Next ${next}`];
  };
  return [
    ...navigations.flatMap(({ from, to, start, soft, reload }) => [
      ...check([from], 'hard', start),
      ...check([from, to], 'soft', soft),
      ...check([to], 'hard', reload),
    ]),
    ...chains.flatMap(({ urls, steps }) =>
      steps.flatMap((shown, index) => check(urls.slice(0, index + 1), 'soft', shown)),
    ),
  ];
}

/** The files on the screen, each once: an outer slot shows what the slots inside it hold. */
function shownBy(fills: readonly SlotFill[]): string {
  const hidden = fills
    .filter(({ rendered }) => !rendered)
    .map(({ segment, slot }) => `${segment === '/' ? '' : segment}/${slot}/`);
  const files = fills
    // What is inside a slot that no layout renders is not on the screen either.
    .filter(({ rendered, file }) => rendered && !hidden.some((slot) => `/${file}`.startsWith(slot)))
    .flatMap(({ file }) => (file === null ? [] : (fileInTree(file) ?? [])));
  return [...new Set(files.map((file) => file.replace(/\.tsx$/u, '')))].sort().join(', ');
}
