import { findRoute } from '../navigation/find-url.js';
import type { Route, RouteMatches } from '../route-matches.js';
import { urlOfBoth } from '../url/url-pattern.js';
import { parseUrl, type UrlPart } from '../url/url-part.js';
import { openUrlsOfSlots } from './slots-alone.js';

/** What makes an app worse than it was before some files were added. */
export interface Spoiled {
  /** Whether `next build` passed before, and fails now. */
  readonly refused: boolean;
  /** The routes that were answered with their page before, and are not now. */
  readonly lost: readonly string[];
  /**
   * The routes that take whatever URL comes, which were Next's not-found before, and are a page without
   * content now: every mistyped link answers 200.
   */
  readonly answered: readonly string[];
}

/** The files that were added. Paths are relative to the app directory. */
export interface AddedFiles {
  readonly files: ReadonlySet<string>;
  /** Whether a file shows nothing of its own, and leads to not-found or to another URL. */
  readonly leadsAway: (file: string) => boolean;
}

/** Compares what an app answers before and after files were added to it. */
export function spoiledUrls(before: RouteMatches, after: RouteMatches, added: AddedFiles): Spoiled {
  const builtBefore = builds(before);
  const [answerBefore, answerAfter] = [answersOf(before), answersOf(after)];
  const open = openUrlsOfSlots(after);
  const lost = new Set<string>();
  const answered = new Set<string>();
  for (const path of pathsOf(before, after)) {
    const was = answerBefore(path);
    const now = answerAfter(path);
    if (was?.outcome === 'ok' && !stillShows(was, now, added)) {
      lost.add(was.url);
    } else if (
      now?.outcome === 'ok' &&
      open.has(now.url) &&
      (was?.outcome !== 'ok' || was.url !== now.url || was.renders.some(added.leadsAway)) &&
      (builtBefore || isAnsweredBy(now, added.files)) &&
      !now.renders.some(added.leadsAway)
    ) {
      answered.add(now.url);
    }
  }
  return { refused: builtBefore && !builds(after), lost: [...lost], answered: [...answered] };
}

/**
 * A path for each route, with something in its dynamic parts that no folder is called, and one for each
 * pair of a new route and one that could answer the same.
 */
function pathsOf(before: RouteMatches, after: RouteMatches): ReadonlySet<string> {
  const paths = new Set<string>();
  const known = new Map(before.routes.map(({ url }) => [url, parseUrl(url)]));
  for (const { url } of after.routes) {
    if (known.has(url)) continue;
    const added = parseUrl(url);
    for (const parts of known.values()) {
      const path = urlOfBoth(added, parts, 'any~id');
      if (path !== undefined) paths.add(path);
    }
  }
  for (const { routes } of [before, after]) {
    for (const { url } of routes) {
      const parts = parseUrl(url);
      const path = parts.map(textFor);
      paths.add(`/${path.join('/')}`);
      if (parts.at(-1)?.kind === 'optional-catch-all') {
        paths.add(`/${path.slice(0, -1).join('/')}`);
      }
    }
  }
  return paths;
}

/** Two parts for a catch-all, of which the dynamic segment beside it takes one. */
function textFor({ kind, text }: UrlPart): string {
  return kind === 'static' ? text : kind === 'dynamic' ? 'any~id' : 'any~id/any~id';
}

/** Finds the route that answers a path. */
function answersOf(matches: RouteMatches): (path: string) => Route | undefined {
  const routes = new Map(matches.routes.map((route) => [route.url, route]));
  return (path) => {
    const found = findRoute(matches, path);
    return found && routes.get(found.route);
  };
}

/** Whether a route answers as it did, and nothing that it shows now leads away. */
function stillShows(before: Route, now: Route | undefined, { leadsAway }: AddedFiles): boolean {
  if (now?.outcome !== 'ok') return false;
  return now.renders.every((file) => before.renders.includes(file) || !leadsAway(file));
}

/** Whether anything was spoiled. */
export function isSpoiled({ refused, lost, answered }: Spoiled): boolean {
  return refused || lost.length > 0 || answered.length > 0;
}

/** Whether `next build` passes and the server starts, as far as routes go. */
function builds(matches: RouteMatches): boolean {
  const { missing, unmatched, canonical, missingDefaults, unbuildableSlots } = matches;
  return (
    [missing, unmatched, canonical, missingDefaults, unbuildableSlots].every(
      ({ length }) => length === 0,
    ) &&
    !matches.conflicts.some(({ consequence }) => consequence !== 'lost') &&
    !matches.routes.some(({ outcome }) => outcome === 'build-error')
  );
}

/** Where the app itself shows nothing there but with the new files: with those of its own, that is its wish. */
function isAnsweredBy({ slots }: Route, files: ReadonlySet<string>): boolean {
  return slots.some(
    ({ slot, fill, file }) =>
      file !== null && files.has(file) && (slot === 'children' || fill === 'page'),
  );
}
