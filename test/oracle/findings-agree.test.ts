/**
 * What the checks on top of the matcher report must be what the real Next said, no more and no less:
 * each line of `next build` is named by a finding, and so is each URL that `next start` answers with
 * not-found.
 */
import {
  findRoute,
  findSegment,
  matchesOf,
  walkSegments,
  type App,
  type Finding,
  type Segment,
} from '@next-slots/core';
import { expect, test } from 'vitest';
import {
  appOf,
  findingsOf,
  readVerdicts,
  type StrictVerdict,
  type Verdict,
} from './verdict-app.js';
import { fileInTree, inApp, inTree } from './verdict-tree.js';

for (const file of ['named-trees', 'random-trees']) {
  const trees = readVerdicts(file);
  const versions = new Set(Object.values(trees).flatMap((tree) => Object.keys(tree)));
  versions.delete('files');
  for (const next of [...versions].sort()) {
    test(`findings for ${file} on Next ${next}`, () => {
      const measured = Object.entries(trees).filter(([, tree]) => next in tree);
      expect(measured.length).toBeGreaterThan(0);
      const pairs = measured.map(([name, tree]) => {
        const app = appOf(tree.files, next);
        const verdict = tree[next];
        if (!verdict) throw new Error(`${name} has no verdict for ${next}.`);
        return { name, said: said(app, verdict), wanted: wanted(app, verdict) };
      });
      expect(Object.fromEntries(pairs.map((pair) => [pair.name, pair.said]))).toEqual(
        Object.fromEntries(pairs.map((pair) => [pair.name, pair.wanted])),
      );
    });
  }
}

const routeChecks = [
  'require-slot-default',
  'require-children-default',
  'no-unreachable-page',
  'valid-interception',
];

const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

/** What the findings say, in the terms of a verdict. */
function said(app: App, verdict: Verdict): unknown {
  const findings = findingsOf(app, routeChecks);
  const defaults = findings.filter(({ check }) =>
    /^require-(?:slot|children)-default$/u.test(check),
  );
  const ofBuild = defaults.filter(
    ({ impact, message }) => impact === 'build-error' && !message.startsWith('Once `next build`'),
  );
  if ('missingDefault' in verdict) {
    return sorted(
      ofBuild.flatMap(({ segment, slot }) => fileInTree(slotPath(segment, slot)) ?? []),
    );
  }
  if ('urls' in verdict) {
    expect(ofBuild).toEqual([]);
    return sorted(
      defaults.filter(({ impact }) => impact === 'not-found').flatMap(({ urls }) => urls),
    );
  }
  const pages = findings.filter(
    ({ check, impact }) => check === 'no-unreachable-page' && impact === 'build-error',
  );
  const named = new Set(linesOfBuild(verdict));
  return {
    missing: sorted(
      ofBuild
        // The build ends at Next's validation of these apps, before the loader looks at such a slot.
        .filter((finding) => !isEmptySlot(app, finding))
        .flatMap((finding) => linesOf(app, finding))
        // Next names an unmatched page alone; a finding says what its URL lacks.
        .filter((line) => named.has(line) || !unmatchedUrls(app).has(line.split(' ')[1] ?? '')),
    ),
    unmatched: pages.flatMap(({ file }) => fileInTree(file) ?? []).sort(),
    canonical: findings
      .filter(({ check }) => check === 'valid-interception')
      .flatMap(({ urls }) => urls.flatMap((url) => inTree(url) ?? []))
      .sort(),
  };
}

function slotPath(segment: string, slot: string | null): string {
  return `${segment.slice(1)}/${slot ?? ''}`;
}

/** One line for each layout, route and slot that a finding names. */
function linesOf(app: App, { segment, slot, urls }: Finding): string[] {
  const at = findSegment(app.tree, segment.slice(1));
  if (!at) throw new Error(`There is no folder ${segment}.`);
  // webpack names the owner, Turbopack the nearest layout at or above it.
  const nearest =
    app.next.bundler === 'webpack'
      ? at.segment
      : [...at.ancestors, at.segment].findLast(({ files }) => files.layout !== undefined);
  const layout = `${nearest?.path ?? ''}/${nearest?.files.layout ?? 'layout'}`;
  return urls.map((url) => `${fileInTree(layout) ?? ''} ${inTree(url) ?? ''} ${slot ?? ''}`);
}

function linesOfBuild({ missing }: StrictVerdict): string[] {
  return missing.flatMap(({ layout, route, slots }) =>
    slots.map((slot) => `${layout} ${route} ${slot}`),
  );
}

function isEmptySlot(app: App, { segment, slot }: Finding): boolean {
  const at = findSegment(app.tree, slotPath(segment, slot).replace(/^\//u, ''))?.segment;
  return at?.name.kind === 'slot' && !holdsContent(at);
}

function holdsContent({ files, folders }: Segment): boolean {
  return files.page !== undefined || files.default !== undefined || folders.some(holdsContent);
}

function unmatchedUrls(app: App): ReadonlySet<string> {
  return new Set(matchesOf(app).unmatched.flatMap(({ url }) => inTree(url) ?? []));
}

/** The same from what Next said. */
function wanted(app: App, verdict: Verdict): unknown {
  if ('missingDefault' in verdict) return sorted(verdict.missingDefault);
  if ('urls' in verdict) {
    const broken = Object.entries(verdict.urls).filter(
      ([, { renders }]) => !renders.some((file) => /(?:^|\/)(?:page|default)$/u.test(file)),
    );
    return sorted(broken.flatMap(([url]) => brokenRoute(app, url) ?? []));
  }
  return {
    missing: sorted(linesOfBuild(verdict)),
    unmatched: [...verdict.unmatched].sort(),
    canonical: [...verdict.canonical].sort(),
  };
}

/**
 * The route behind a broken URL. A route handler renders nothing and is not broken. A URL of which
 * only the catch-alls of slots know is no route that anybody wrote, and not-found is the right answer.
 */
function brokenRoute(app: App, url: string): string | undefined {
  const matches = matchesOf(app);
  const found = findRoute(matches, inApp(url))?.route;
  const route = matches.routes.find((each) => each.url === found);
  if (route?.kind !== 'page') return undefined;
  const ofSlots =
    isCatchAll(route.url) && pagesAt(app, route.url).every((file) => /@(?!children)/u.test(file));
  return ofSlots && route.gaps.some(({ slot }) => slot === 'children') ? undefined : route.url;
}

function isCatchAll(url: string): boolean {
  return /\[\.\.\.[^/]*$/u.test(url);
}

/** The page files whose path without slots and groups is a URL. */
function pagesAt(app: App, url: string): string[] {
  return Array.from(walkSegments(app.tree))
    .filter(({ segment }) => segment.files.page !== undefined)
    .map(({ segment }) => segment.path)
    .filter((path) => {
      const parts = path.split('/').filter((part) => !/^(?:@.*|\([^.].*\))$/u.test(part));
      return `/${parts.join('/')}` === url;
    });
}
