import { compareText } from '../compare-text.js';
import { groupBy } from '../group-by.js';
import { once } from '../once.js';
import { remembered } from '../remembered.js';
import type { RouteTree } from '../routes/route-tree.js';
import { filePath } from '../routes/walk.js';
import { MatchedRoute } from './matched-route.js';
import type {
  DisplacedPage,
  InterceptingRoute,
  MissingSlots,
  Outcome,
  Route,
  RouteMatches,
  UnmatchedPage,
} from './route-matches.js';
import type { RendersSlot } from './slots.js';
import { Folder } from './url/folder.js';
import { readInterception } from './url/interception.js';
import { isCovered } from './url/is-covered.js';
import { pageFile, urlsOf, type UrlNode } from './url/url-node.js';
import type { RouteConflict } from './verdict/conflict.js';
import { findConflicts } from './verdict/find-conflicts.js';
import type { MatchedUrl } from './verdict/matched-url.js';
import { pageInsteadOf } from './verdict/served-entry.js';
import { matchAsTurbopack } from './verdict/turbopack.js';
import { matchAsWebpack } from './verdict/webpack.js';
import type { NextSemantics } from './versions/next-semantics.js';

/** Finds out what every slot shows at every URL in one Next.js version, and what Next.js rejects. */
export function matchRoutes(tree: RouteTree, semantics: NextSemantics): RouteMatches {
  const root = new Folder(tree.root);
  const top = urlsOf(root);
  const match = semantics.bundler === 'turbopack' ? matchAsTurbopack : matchAsWebpack;
  const urls = match(root, top, semantics);
  const { all, participating, missingDefaults, unbuildableSlots } = urls;
  const isUnmatched = (page: Folder) => participating?.has(page) === false;
  const isStrict = semantics.routeMatching === 'strict';
  const interceptions = interceptingRoutes(top, all, isUnmatched, isStrict);
  const dropped = once(() => {
    const incomplete = all.filter(({ verdict }) => !verdict.complete);
    return new Set(incomplete.map(({ node }) => node));
  });
  const conflicts = findConflicts(tree, top, semantics, (node) => !dropped().has(node));
  const rejected = rejectedBy(conflicts);
  const routes = all
    .filter(isOrdinary)
    .map((url) => new MatchedRoute(url, outcomeOf(url, isUnmatched), rejected));
  return withAnswers({
    tree,
    semantics,
    routes: routes.sort(byUrl),
    interceptions,
    missing: missingSlots(all),
    unmatched: unmatchedPages(all, isUnmatched),
    displaced: all.flatMap(displacedPages).sort(byUrl),
    canonical: isStrict ? interceptions.filter(({ covered }) => !covered) : [],
    missingDefaults,
    unbuildableSlots,
    conflicts,
    urls: all,
    top,
  });
}

/**
 * Matches as somebody sees them who knows the layouts, too: a slot that its layout never renders is
 * never reached, so one without page and default does no harm there. A build fails over it all the same.
 *
 * @param isRefused - Whether the build fails at a URL over what its files export.
 */
export function withLayouts(
  matches: RouteMatches,
  renders: RendersSlot,
  isRefused: (url: string) => boolean = () => false,
): RouteMatches {
  const byUrl = matches.derive(urlsByName);
  const rejectedByFiles = rejectedBy(matches.conflicts);
  const rejected = (url: MatchedUrl) => (isRefused(url.url) ? 'build-error' : rejectedByFiles(url));
  const routes = matches.routes.map((route): Route => {
    const matched = byUrl.get(route.url);
    if (!matched) return route;
    return new MatchedRoute(matched, route.slotOutcome, rejected, renders);
  });
  return withAnswers({ ...matches, routes, renders });
}

function urlsByName({ urls }: RouteMatches): ReadonlyMap<string, MatchedUrl> {
  return new Map(urls.map((url) => [url.url, url]));
}

function withAnswers(fields: Omit<RouteMatches, 'derive'>): RouteMatches {
  const answers = new Map<unknown, unknown>();
  const matches: RouteMatches = {
    ...fields,
    derive<Answer>(question: (matches: RouteMatches) => Answer) {
      return remembered(answers, question, () => question(matches)) as Answer;
    },
  };
  return matches;
}

/** Whether strict matching rejects a page, since it takes part in no URL. */
type IsUnmatched = (page: Folder) => boolean;

function isOrdinary({ intercepting }: MatchedUrl): boolean {
  return !intercepting;
}

function outcomeOf({ node, verdict }: MatchedUrl, isUnmatched: IsUnmatched): Outcome {
  if (verdict.refused || verdict.missing.length > 0) return 'build-error';
  if (node.pages.some(isUnmatched)) return 'build-error';
  return verdict.complete && !verdict.fatal ? 'ok' : 'not-found';
}

/** What becomes of a URL by the files at odds in an app: where the server does not start, none is served. */
function rejectedBy(conflicts: readonly RouteConflict[]): (url: MatchedUrl) => Outcome {
  const refusing = conflicts.filter(({ consequence }) => consequence === 'build-error');
  const refused = new Set(refusing.flatMap(({ routes }) => routes));
  const rest = conflicts.some(({ consequence }) => consequence === 'unserved') ? 'not-found' : 'ok';
  return ({ url }) => (refused.has(url) ? 'build-error' : rest);
}

function interceptingRoutes(
  top: UrlNode,
  all: readonly MatchedUrl[],
  isUnmatched: IsUnmatched,
  isStrict: boolean,
): InterceptingRoute[] {
  // Of a route whose pages are rejected nothing more is asked.
  const kept = all.filter(
    ({ intercepting, verdict, node }) =>
      intercepting && verdict.complete && !node.pages.every(isUnmatched),
  );
  if (kept.length === 0) return [];
  // Strict matching wants a page; else a route handler answers a hard navigation as well.
  const complete = all.filter(
    ({ intercepting, verdict, hasPage }) =>
      !intercepting && verdict.complete && (hasPage || !isStrict),
  );
  const answered = new Set(complete.map(({ node }) => node));
  const found = kept.flatMap(({ url, node }): readonly InterceptingRoute[] => {
    const [page] = node.pages;
    const interception = readInterception(url);
    if (!page || !interception) return [];
    const { from, target } = interception;
    const covered = target !== null && isCovered(target, top, answered);
    const { segment } = page.path.findLast(isIntercepting) ?? page;
    return [{ url, segment, file: pageFile(page), from, target, covered }];
  });
  return found.sort(byUrl);
}

function isIntercepting({ segment }: Folder): boolean {
  return segment.name.kind === 'intercepting';
}

function missingSlots(all: readonly MatchedUrl[]): MissingSlots[] {
  const reported = all.filter((url) => isOrdinary(url) && url.verdict.missing.length > 0);
  const missing = reported.flatMap(({ url, verdict }) =>
    Array.from(
      groupBy(verdict.missing, ({ layout }) => layout),
      ([layout, gaps]): MissingSlots => {
        const slots = [...new Set(gaps.map(({ slot }) => slot))].sort();
        return { layout, route: url, slots, gaps };
      },
    ),
  );
  return missing.sort((a, b) => compareText(a.layout, b.layout) || compareText(a.route, b.route));
}

function unmatchedPages(all: readonly MatchedUrl[], isUnmatched: IsUnmatched): UnmatchedPage[] {
  const unmatched = all
    .filter(({ node }) => node.pages.some(isUnmatched))
    .flatMap(({ node, url, verdict }) =>
      node.pages.filter(isUnmatched).map((page) => ({
        file: pageFile(page),
        segment: page.segment,
        url,
        gaps: verdict.gaps,
        displacedBy: verdict.complete ? displacing(page) : null,
      })),
    );
  return unmatched.sort((a, b) => compareText(a.file, b.file));
}

function displacing({ folders }: Folder): string | null {
  const children = folders.find(({ segment }) => segment.name.raw === '@children')?.segment;
  if (!children) return null;
  return filePath(children, 'page') ?? filePath(children, 'default') ?? children.path;
}

/** The pages of a URL that the build or the server needs and that another page displaced. */
function displacedPages(matched: MatchedUrl): readonly DisplacedPage[] {
  const { url, verdict } = matched;
  return verdict.displaced.map((page) => ({
    file: pageFile(page),
    segment: page.segment,
    url,
    displacedBy: matched.tree ? pageInsteadOf(page, matched.tree) : null,
    refused: verdict.refused,
  }));
}

function byUrl(a: { readonly url: string }, b: { readonly url: string }): number {
  return compareText(a.url, b.url);
}
