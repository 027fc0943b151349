/**
 * What core says of a tree must be what the real Next said of it: test/oracle/verdicts holds the
 * answers of `next build` and `next start`.
 */
import { findRoute, type RouteMatches } from '@next-slots/core';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileInTree, inApp, inTree, matchVerdictTree, verdictTarget } from './verdict-tree.js';

interface StrictVerdict {
  readonly missing: readonly { layout: string; route: string; slots: readonly string[] }[];
  readonly unmatched: readonly string[];
  readonly canonical: readonly string[];
}
interface DefaultsVerdict {
  readonly missingDefault: readonly string[];
}
interface UrlsVerdict {
  readonly urls: Readonly<Record<string, { status: number; renders: readonly string[] }>>;
}
type Verdict = StrictVerdict | DefaultsVerdict | UrlsVerdict;
type VerdictTree = { readonly files: readonly string[] } & Readonly<Record<string, Verdict>>;

/** Trees on which core cannot agree with a verdict, each with the reason. None so far. */
const knownDifferences: Readonly<Record<string, string>> = {};

const files = ['named-trees', 'random-trees'] as const;
for (const file of files) {
  const trees = readVerdicts(file);
  for (const next of versionsOf(trees)) {
    test(`${file} on Next ${next}`, () => {
      const measured = Object.entries(trees).filter(
        ([name, tree]) => next in tree && !isKnown(name),
      );
      expect(measured.length).toBeGreaterThan(0);
      const said = measured.map(([name, tree]) => [name, ourVerdict(tree, next)]);
      const wanted = measured.map(([name, tree]) => [name, normalised(tree[next])]);
      expect(Object.fromEntries(said)).toEqual(Object.fromEntries(wanted));
    });
  }
}

function isKnown(name: string): boolean {
  return name in knownDifferences;
}

function readVerdicts(name: string): Readonly<Record<string, VerdictTree>> {
  const text = readFileSync(new URL(`./verdicts/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as Record<string, VerdictTree>;
}

function versionsOf(trees: Readonly<Record<string, VerdictTree>>): string[] {
  const versions = Object.values(trees).flatMap((tree) => Object.keys(tree));
  return [...new Set(versions)].filter((version) => version !== 'files').sort();
}

function ourVerdict(tree: VerdictTree, next: string): unknown {
  const matches = matchVerdictTree(tree.files, verdictTarget(next));
  const wanted = tree[next];
  if (wanted && 'urls' in wanted) return ourUrls(matches, Object.keys(wanted.urls));
  if (wanted && 'missingDefault' in wanted) {
    const slots = matches.missingDefaults.map(({ owner, slot }) => `${owner.path}/${slot}`);
    return { missingDefault: slots.flatMap((slot) => fileInTree(slot) ?? []).sort() };
  }
  return {
    missing: matches.missing
      .flatMap(({ layout, route, slots }) => {
        const url = inTree(route);
        return url === undefined ? [] : [{ layout: fileInTree(layout) ?? '', route: url, slots }];
      })
      .sort(byText),
    unmatched: matches.unmatched.flatMap(({ file }) => fileInTree(file) ?? []).sort(),
    canonical: matches.canonical.flatMap(({ url }) => inTree(url) ?? []).sort(),
  };
}

/** `not-found` for a broken URL, else what renders; a route handler renders nothing. */
function ourUrls(matches: RouteMatches, urls: readonly string[]): unknown {
  const said = urls.map((url) => {
    const found = findRoute(matches, inApp(url));
    const route = matches.routes.find((each) => each.url === found?.route);
    if (route?.kind === 'handler') return [url, 'not-found'];
    if (route?.outcome !== 'ok') return [url, route?.outcome];
    const shown = route.renders.flatMap((file) => fileInTree(file) ?? []);
    return [url, shown.map((file) => file.replace(/\.tsx$/u, ''))];
  });
  return { urls: Object.fromEntries(said) as unknown };
}

function normalised(verdict: Verdict | undefined): unknown {
  if (verdict === undefined) return undefined;
  if ('missingDefault' in verdict) return { missingDefault: [...verdict.missingDefault].sort() };
  if ('urls' in verdict) {
    const urls = Object.entries(verdict.urls).map(([url, { renders }]) => {
      // Loading and error files are listed too, where they were flushed before a page.
      const shown = new Set(renders.filter((file) => /(?:^|\/)(?:page|default)$/u.test(file)));
      return [url, shown.size === 0 ? 'not-found' : [...shown].sort()];
    });
    return { urls: Object.fromEntries(urls) as unknown };
  }
  return {
    missing: verdict.missing
      .map((each) => ({ ...each, slots: [...each.slots].sort() }))
      .sort(byText),
    unmatched: [...verdict.unmatched].sort(),
    canonical: [...verdict.canonical].sort(),
  };
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
