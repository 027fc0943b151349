import { findRoute, type NextTarget, type RouteMatches } from '@next-slots/core';

import type { BuildComplaints } from './harness/build-complaints.js';
import type { ServedAnswer, UrlAnswer } from './harness/measure-urls.js';
import { atLeast, type NextBuild } from './harness/next-version.js';
import type { OracleTree } from './harness/oracle-tree.js';
import { fileInTree, inApp, inTree, matchVerdictTree } from './verdict-tree.js';

/**
 * Says where our matcher and a real build or server differ about one tree.
 *
 * @returns One line per difference; none where they agree. `undefined` where Next cannot build the
 *   tree for a reason that has nothing to do with slots, so that there is nothing to compare.
 */
export function differences(
  tree: OracleTree,
  build: NextBuild,
  answer: ServedAnswer,
): string[] | undefined {
  if ('buildError' in answer) return undefined;
  const matches = matchVerdictTree(tree.files, targetOf(build));
  return 'urls' in answer
    ? compareUrls(matches, answer.urls)
    : compareComplaints(ourComplaints(matches), answer, build);
}

/** The build as our matcher takes it: with what its configuration says about matching. */
export function targetOf({ version, bundler, config }: NextBuild): NextTarget {
  const explicit = record(config?.['experimental'])['explicitParallelRouteChildren'];
  return {
    version,
    bundler,
    looseRouteMatching: record(config?.['deprecated'])['looseRouteMatching'] === true,
    ...(typeof explicit === 'boolean' ? { explicitParallelRouteChildren: explicit } : {}),
    ...(config?.['output'] === 'export' ? { output: 'export' } : {}),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function ourComplaints(matches: RouteMatches): BuildComplaints {
  return {
    missing: matches.missing.flatMap(({ layout, route, slots }) => {
      const url = inTree(route);
      return url === undefined ? [] : [{ layout: fileInTree(layout) ?? '', route: url, slots }];
    }),
    unmatched: matches.unmatched.flatMap(({ file }) => fileInTree(file) ?? []),
    canonical: matches.canonical.flatMap(({ url }) => inTree(url) ?? []),
    missingDefault: matches.missingDefaults.flatMap(
      ({ owner, slot }) => fileInTree(`${owner.path}/${slot}`) ?? [],
    ),
  };
}

function compareComplaints(
  ours: BuildComplaints,
  next: BuildComplaints,
  { version, bundler }: NextBuild,
): string[] {
  // The webpack loader of 16.0 to 16.3 stops at the first slot of each page.
  const partial = bundler === 'webpack' && !atLeast(version, 16, 4);
  const missingDefault =
    partial && next.missingDefault.length > 0
      ? ours.missingDefault.filter((slot) => next.missingDefault.includes(slot))
      : ours.missingDefault;
  return [
    ...compareLists('missing', ours.missing.map(inOneLine), next.missing.map(inOneLine)),
    ...compareLists('unmatched', ours.unmatched, next.unmatched),
    ...compareLists('canonical', ours.canonical, next.canonical),
    ...compareLists('missingDefault', missingDefault, next.missingDefault),
  ];
}

function inOneLine({ layout, route, slots }: BuildComplaints['missing'][number]): string {
  return `${layout}: ${route} in ${[...slots].sort().join(', ')}`;
}

function compareLists(what: string, ours: readonly string[], next: readonly string[]): string[] {
  return [
    ...next.filter((item) => !ours.includes(item)).map((item) => `${what}, only Next: ${item}`),
    ...ours.filter((item) => !next.includes(item)).map((item) => `${what}, only we: ${item}`),
  ];
}

function compareUrls(matches: RouteMatches, urls: Readonly<Record<string, UrlAnswer>>): string[] {
  return Object.entries(urls).flatMap(([url, answer]) => {
    const next = shownBy(answer);
    const ours = ourAnswer(matches, url);
    return ours === next ? [] : [`${url}: we say ${ours}, Next ${next} (${answer.status})`];
  });
}

/** Page and default files that stood in the HTML; loading and error files may come before them. */
function shownBy({ renders }: UrlAnswer): string {
  const shown = new Set(renders.filter((file) => /(?:^|\/)(?:page|default)$/u.test(file)));
  return [...shown].sort().join(', ') || 'nothing';
}

function ourAnswer(matches: RouteMatches, url: string): string {
  const found = findRoute(matches, inApp(url));
  const route = matches.routes.find((each) => each.url === found?.route);
  if (route?.outcome !== 'ok') return 'nothing';
  const shown = route.renders.flatMap((file) => fileInTree(file) ?? []);
  return (
    shown
      .map((file) => file.replace(/\.tsx$/u, ''))
      .sort()
      .join(', ') || 'nothing'
  );
}
