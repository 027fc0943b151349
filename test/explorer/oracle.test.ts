/// <reference lib="dom" />
/**
 * What the page draws of every tree that the oracle stores must be what `explain --format json` says: on
 * a hard navigation, after soft navigations, and after a reload. The page is one with all trees in it. By day a few
 * URLs of each tree are drawn for one Next.js version and bundler, by night all URLs for each of those that the
 * explorer offers.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explainUrl, shownMatchesOf, type App, type SlotFill } from '@next-slots/core';
import { describeApp, standalonePage } from '@next-slots/explorer';
import * as assets from '@next-slots/explorer/assets';
import { expect, onTestFinished, test } from 'vitest';
import { targetName } from '../../packages/explorer/src/model/targets.js';
import { printState } from '../../packages/explorer/src/model/permalink.js';
import { initialState, type Target } from '../../packages/explorer/src/model/explorer-state.js';
import { chromiumPath, launchBrowser, withoutChromium } from '../harness/browser.js';
import { isNight } from '../harness/is-night.js';
import { treeFromFiles } from '../harness/tree-from-files.js';
import { verdictTarget } from '../oracle/verdict-tree.js';
import { sources, storedTrees, targets } from './stored-trees.js';

/** Folder, slot, fill and file of every box, and whether it is kept, in the order of their places. */
type Boxes = readonly string[];

/** One state of the page, and what it has to show. */
interface Case {
  readonly fragment: string;
  readonly outcome: string;
  readonly soft: Boxes;
  readonly hard: Boxes;
}

/** So many URLs of a tree are drawn by day. */
const mostUrls = 2;

function casesOf(name: string, files: readonly string[], target: Target): readonly Case[] {
  const app: App = {
    tree: treeFromFiles(files),
    next: { ...verdictTarget('16.4.6'), ...target },
    settings: {},
    sources,
  };
  const matches = shownMatchesOf(app);
  const pages = matches.routes.filter(({ kind }) => kind === 'page').map(({ url }) => url);
  return pages.slice(0, isNight ? pages.length : mostUrls).flatMap((url, index): Case[] => {
    // A hard navigation, one link, and two: from the root or another page, by way of the next.
    const steps = [...new Set([pages[0], pages[(index + 1) % pages.length]])];
    const from = steps.filter((step) => step !== undefined && step !== url).slice(0, index % 3);
    const trail = from as readonly string[];
    const explained = explainUrl(matches, url, trail);
    if ('unknown' in explained) return [];
    const state = { ...initialState, app: name, url, from: trail, target, reload: true };
    return [
      {
        fragment: printState(state),
        outcome: explained.outcome,
        soft: boxes(explained.soft, explained.kept),
        hard: boxes(explained.hard),
      },
    ];
  });
}

function boxes(fills: readonly SlotFill[], kept?: ReadonlySet<SlotFill>): Boxes {
  return fills
    .map((box) => {
      const { segment, slot, fill, file } = box;
      const path = file === null ? '-' : `app/${file}`;
      return [segment, slot, fill, path, kept?.has(box) ?? false].join(' ');
    })
    .sort();
}

if (chromiumPath === undefined) test.skip(withoutChromium, () => undefined);

/** By night every tree for each of them, by day each tree for one. */
const doses = isNight
  ? targets.map((target) => ({ name: targetName(target), isIn: (each: Target) => each === target }))
  : [
      {
        name: 'one version each',
        isIn: (each: Target, tree: number) => each === targets[tree % targets.length],
      },
    ];

test.skipIf(chromiumPath === undefined).each(doses)(
  'every stored tree is drawn as it is explained: $name',
  async ({ isIn }) => {
    const cases = storedTrees.flatMap(([name, files], index) =>
      targets
        .filter((target) => isIn(target, index))
        .flatMap((target) => casesOf(name, files, target)),
    );
    expect(cases.length).toBeGreaterThan(500);
    console.info(`${cases.length} states of ${storedTrees.length} trees`);

    const folder = mkdtempSync(join(tmpdir(), 'next-slots-explorer-'));
    const browser = await launchBrowser();
    onTestFinished(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const described = storedTrees.map(([name, files]) => ({
      ...describeApp({
        name: 'app',
        app: { tree: treeFromFiles(files), next: verdictTarget('16.4.6'), settings: {}, sources },
        checks: [],
      }),
      name,
    }));
    const file = join(folder, 'slots.html');
    writeFileSync(file, standalonePage(described, assets));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.locator('[data-stage]').first().waitFor();

    const drawn = await page.evaluate(
      async (fragments) => {
        const boxesOf = (stage: string) =>
          [...document.querySelectorAll<HTMLElement>(`[data-stage=${stage}] .box`)]
            .map(({ dataset: { segment, slot, fill, file: path, kept } }) =>
              [segment, slot, fill, path ?? '-', kept].join(' '),
            )
            .sort();
        const outcome = () =>
          document.querySelector<HTMLElement>('[data-stage=soft]')?.dataset['outcome'] ?? '';
        const shown: { outcome: string; soft: string[]; hard: string[] }[] = [];
        for (const fragment of fragments) {
          const changed = new Promise((resolve) => {
            addEventListener('hashchange', resolve, { once: true });
          });
          location.hash = fragment;
          await changed;
          // Until the page has drawn it.
          await new Promise((resolve) => setTimeout(resolve));
          shown.push({ outcome: outcome(), soft: boxesOf('soft'), hard: boxesOf('reload') });
        }
        return shown;
      },
      cases.map(({ fragment }) => fragment),
    );

    const name = (fragment: string) => /app=(?<app>[^&]*)/u.exec(fragment)?.groups?.['app'] ?? '';
    const bare = (fragment: string, lines: readonly string[]) =>
      lines.map((line) => line.replace(` ${decodeURIComponent(name(fragment))}/`, ' app/'));
    const wrong = cases.flatMap(({ fragment, ...wanted }, index) => {
      const shown = drawn[index] ?? { outcome: '', soft: [], hard: [] };
      const got = {
        outcome: shown.outcome,
        soft: bare(fragment, shown.soft),
        hard: bare(fragment, shown.hard),
      };
      return JSON.stringify(got) === JSON.stringify(wanted) ? [] : [{ fragment, ...wanted, got }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  },
  isNight ? 3_600_000 : 240_000,
);
