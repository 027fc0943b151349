/**
 * What `navigate` says must be what stood on a real browser's screen: test/oracle/verdicts holds
 * hard navigations, soft navigations, reloads and chains of navigations in three versions.
 */
import { navigate, type RouteMatches, type SlotFill } from '@next-slots/core';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileInTree, inApp, matchVerdictTree, verdictTarget } from './verdict-tree.js';

interface Screens {
  readonly navigations: readonly {
    from: string;
    to: string;
    start: readonly string[];
    soft: readonly string[];
    reload: readonly string[];
  }[];
  readonly chains?: readonly { urls: readonly string[]; steps: readonly (readonly string[])[] }[];
}
type NavigationTree = { readonly files: readonly string[] } & Readonly<Record<string, Screens>>;

const text = readFileSync(new URL('./verdicts/navigation.json', import.meta.url), 'utf8');
const trees = JSON.parse(text) as Record<string, NavigationTree>;

for (const next of ['14.2.35', '15.5.29', '16.4.6']) {
  for (const [name, tree] of Object.entries(trees)) {
    const matches = matchVerdictTree(tree.files, verdictTarget(next));
    const screens = tree[next];
    test(`${name} on Next ${next}`, () => {
      expect(screens?.navigations.length).toBeGreaterThan(0);
      for (const { from, to, start, soft, reload } of screens?.navigations ?? []) {
        expect.soft(screen(matches, [from]).soft, from).toEqual([...start].sort());
        expect.soft(screen(matches, [from, to]).soft, `${from} -> ${to}`).toEqual([...soft].sort());
        expect.soft(screen(matches, [from, to]).hard, `reload ${to}`).toEqual([...reload].sort());
      }
      for (const { urls, steps } of screens?.chains ?? []) {
        steps.forEach((step, index) => {
          const way = urls.slice(0, index + 1);
          expect.soft(screen(matches, way).soft, way.join(' -> ')).toEqual([...step].sort());
        });
      }
    });
  }
}

function screen(matches: RouteMatches, urls: readonly string[]) {
  const navigation = navigate(matches, urls.map(inApp));
  return { soft: shown(navigation?.soft), hard: shown(navigation?.hard) };
}

function shown(fills: readonly SlotFill[] = []): string[] {
  const files = fills.flatMap(({ file, rendered }) =>
    rendered && file !== null ? (fileInTree(file) ?? []) : [],
  );
  return [...new Set(files)].map((file) => file.replace(/\.tsx$/u, '')).sort();
}
