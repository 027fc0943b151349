import {
  findRoute,
  matchesOf,
  type App,
  type NextTarget,
  type RouteMatches,
} from '@next-slots/core';

import { appFrom } from '../harness/findings.js';
import type { BuildComplaints } from './harness/build-complaints.js';
import type { ServedAnswer, UrlAnswer } from './harness/measure-urls.js';
import { atLeast, type NextBuild } from './harness/next-version.js';
import type { OracleTree } from './harness/oracle-tree.js';
import { topAppFiles } from './harness/write-app.js';
import { findingsOf, textsOf } from './verdict-app.js';
import { fileInTree, inApp, inTree } from './verdict-tree.js';
import type { WholeAppVerdict } from './whole-apps.js';

/**
 * Says where we and a real build or server differ about one tree among others in an app.
 *
 * @returns One line per difference; none where they agree.
 */
export function differences(tree: OracleTree, build: NextBuild, answer: ServedAnswer): string[] {
  const app = appFrom(textsOf(tree.files), { next: targetOf(build) });
  const matches = matchesOf(app);
  if ('buildError' in answer) return failedBuild(app, answer.buildError);
  if (!('urls' in answer)) {
    // Next looks for conflicts before it complains about slots, and stops at them.
    const refused = matches.conflicts.filter(({ consequence }) => consequence === 'build-error');
    return [
      ...refused.map(({ kind, url }) => `${kind}, only we: ${url}`),
      ...compareComplaints(ourComplaints(matches), answer, build),
    ];
  }
  const reason = reasonToFail(app);
  if (reason !== undefined) return [`Next builds, we say that it fails: ${reason}`];
  return compareUrls(matches, answer.urls, inFolder);
}

/** The same about a tree that is an app of its own. */
export function wholeAppDifferences(
  tree: OracleTree,
  build: NextBuild,
  verdict: WholeAppVerdict,
): string[] {
  // What lies beside the app directory (`../pages/x`) is nothing that we read.
  const own = tree.files.filter((file) => !file.startsWith('../'));
  const app = appFrom(topAppFiles({ files: own }), { next: targetOf(build) });
  const matches = matchesOf(app);
  if (verdict.build === 'fails') return failedBuild(app, verdict.reason);
  const reason = reasonToFail(app);
  // A server that does not start serves nothing: to users as bad as a build that fails.
  const serves = verdict.urls !== undefined || build.config?.['output'] === 'export';
  if (reason !== undefined) {
    return !serves ? [] : [`Next builds, we say that it fails: ${reason}`];
  }
  return compareUrls(matches, verdict.urls ?? {}, inWholeApp);
}

function compareUrls(
  matches: RouteMatches,
  urls: Readonly<Record<string, UrlAnswer>>,
  naming: Naming,
): string[] {
  return Object.entries(urls)
    .filter(([url]) => saysOfSlots(url))
    .flatMap(([url, each]) => compareUrl(matches, url, each, naming));
}

/**
 * Whether the answer at a URL says something about slots. `next start` of every release answers 404 where a
 * folder's name holds a letter beyond ASCII, which hosting services do not:
 * https://github.com/vercel/next.js/issues/10084.
 */
export function saysOfSlots(url: string): boolean {
  return !/[^\p{ASCII}]/u.test(url);
}

/** The build as our matcher takes it: with what its configuration says about matching. */
export function targetOf({ version, bundler, config }: NextBuild): NextTarget {
  const explicit = record(config?.['experimental'])['explicitParallelRouteChildren'];
  const output = config?.['output'];
  return {
    version,
    bundler,
    looseRouteMatching: record(config?.['deprecated'])['looseRouteMatching'] === true,
    // The apps that we write are built without a look at their types, unless they ask for it.
    ignoreBuildErrors: record(config?.['typescript'])['ignoreBuildErrors'] !== false,
    ...(typeof explicit === 'boolean' ? { explicitParallelRouteChildren: explicit } : {}),
    ...(output === 'export' || output === 'standalone' ? { output } : {}),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function failedBuild(app: App, reason: string): string[] {
  if (reasonToFail(app) !== undefined) return [];
  return [`we say that it builds, Next fails: ${reason.split('\n', 3).join(' ')}`];
}

/** Why the build or the start of the server fails, as our matcher or else a check says. */
function reasonToFail(app: App): string | undefined {
  const { missing, unmatched, canonical, missingDefaults, unbuildableSlots, conflicts, routes } =
    matchesOf(app);
  const reasons = [
    ...missing.map(({ route, slots }) => `missing ${slots.join(', ')} at ${route}`),
    ...unmatched.map(({ file }) => `unmatched ${file}`),
    ...canonical.map(({ url }) => `no canonical route of ${url}`),
    ...missingDefaults.map(({ owner, slot }) => `no default of ${owner.path}/${slot}`),
    ...unbuildableSlots.map(({ owner, slot }) => `the name of ${owner.path}/${slot}`),
    ...conflicts.flatMap(({ kind, url, consequence }) =>
      consequence === 'lost' ? [] : [`${kind} at ${url}`],
    ),
    ...routes.flatMap(({ url, outcome }) => (outcome === 'build-error' ? [url] : [])),
  ];
  const refusing = () =>
    findingsOf(app).find(
      ({ severity, impact }) => severity === 'error' && impact === 'build-error',
    );
  return reasons[0] ?? refusing()?.message;
}

interface OurComplaints extends BuildComplaints {
  /** The slots left empty at URLs whose build fails. */
  readonly empty: readonly string[];
}

function ourComplaints(matches: RouteMatches): OurComplaints {
  return {
    missing: matches.missing.flatMap(({ layout, route, slots }) => {
      const url = inTree(route);
      return url === undefined ? [] : [{ layout: fileInTree(layout) ?? '', route: url, slots }];
    }),
    unmatched: matches.unmatched.flatMap(({ file }) => fileInTree(file) ?? []),
    canonical: matches.canonical.flatMap(({ url }) => inTree(url) ?? []),
    // Turbopack names the slot by its route, in which `%5F` stands as what it is.
    missingDefault: matches.missingDefaults.flatMap(
      ({ owner, slot }) => fileInTree(`${owner.path}/${slot}`)?.replaceAll('%5F', '_') ?? [],
    ),
    empty: matches.routes
      .filter(({ outcome }) => outcome === 'build-error')
      .flatMap(({ gaps }) => gaps)
      .flatMap(({ owner, slot }) => fileInTree(`${owner.path}/${slot}`) ?? []),
  };
}

function compareComplaints(
  ours: OurComplaints,
  next: BuildComplaints,
  { version, bundler }: NextBuild,
): string[] {
  // The webpack loader of 16.0 to 16.3 stops at the first slot of each page.
  const partial = bundler === 'webpack' && !atLeast(version, 16, 4);
  // Of slots without page and default anywhere, strict matching says nothing, and the loader the first.
  const unsaid = bundler === 'webpack' && atLeast(version, 16, 4) ? ours.empty : [];
  const missingDefault =
    partial && next.missingDefault.length > 0
      ? ours.missingDefault.filter((slot) => next.missingDefault.includes(slot))
      : ours.missingDefault;
  return [
    ...compareLists('missing', ours.missing.map(inOneLine), next.missing.map(inOneLine)),
    ...compareLists('unmatched', ours.unmatched, next.unmatched),
    ...compareLists('canonical', ours.canonical, next.canonical),
    ...compareLists(
      'missingDefault',
      missingDefault,
      next.missingDefault.filter((slot) => !unsaid.includes(slot)),
    ),
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

/** How URLs and files of a tree are called in our matches: in a folder, or as they are. */
interface Naming {
  readonly inApp: (url: string) => string;
  readonly fileInTree: (file: string) => string | undefined;
}

const inFolder: Naming = { inApp, fileInTree };
const inWholeApp: Naming = { inApp: (url) => url, fileInTree: (file) => file };

function compareUrl(
  matches: RouteMatches,
  url: string,
  answer: UrlAnswer,
  naming: Naming,
): string[] {
  const found = findRoute(matches, naming.inApp(url));
  const route = matches.routes.find((each) => each.url === found?.route);
  const next = shownBy(answer);
  const says = (ours: string) =>
    ours === next ? [] : [`${url}: we say ${ours}, Next ${next} (${String(answer.status)})`];
  if (route?.outcome !== 'ok') return says('nothing');
  // Verdicts of handlers were first stored without a file.
  if (route.kind === 'handler') {
    const answers = answer.status === 200 && (next === 'nothing' || /(?:^|\/)route$/u.test(next));
    return answers ? [] : says('a handler');
  }
  const files = route.renders.flatMap((file) => naming.fileInTree(file) ?? []);
  return says(listed(files.map((file) => file.replace(/\.tsx$/u, ''))));
}

/** The files that stood in the HTML; those of loading and errors may come before them. */
function shownBy({ renders }: UrlAnswer): string {
  return listed(renders.filter((file) => /(?:^|\/)(?:page|default|route)$/u.test(file)));
}

function listed(files: readonly string[]): string {
  return [...new Set(files)].sort().join(', ') || 'nothing';
}
