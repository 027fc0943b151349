import type { App } from '../../app.js';
import { groupBy } from '../../group-by.js';
import { matchesOf } from '../../next/matches-of.js';
import type {
  DisplacedPage,
  RouteConflict,
  RouteMatches,
  UnmatchedPage,
} from '../../next/route-matches.js';
import { once } from '../../once.js';
import type { Segment } from '../../routes/route-tree.js';
import { folderOf } from '../../routes/walk.js';

/** What is wrong with the pages of one folder. */
export interface PageIssues {
  readonly unmatched: readonly UnmatchedPage[];
  readonly displaced: readonly DisplacedPage[];
  readonly conflicts: readonly PageConflict[];
}

/** Conflicting files, and which of them is reported. */
export interface PageConflict extends RouteConflict {
  /** The file that the conflict is reported at: one that Next.js never shows, where that is known. */
  readonly file: string;
  /** The file that Next.js shows in its place; undefined where it shows none or that is not known. */
  readonly shown: string | undefined;
}

/** The issues with the page or route handler of a folder. */
export function pageIssuesOf(app: App, { path }: Segment): PageIssues {
  const { unmatched, displaced, conflicts } = matchesOf(app).derive(findIssues);
  return {
    unmatched: unmatched.get(path) ?? [],
    displaced: displaced.get(path) ?? [],
    conflicts: conflicts.get(path) ?? [],
  };
}

/** Goes once through all that the matcher says, so that asking about a folder costs nothing. */
function findIssues(matches: RouteMatches) {
  const failing = once(() => {
    const rejected = matches.routes.filter(({ outcome }) => outcome === 'build-error');
    return new Set(rejected.map(({ url }) => url));
  });
  // What a server would do counts only where the build passes.
  const displaced = matches.displaced.filter(({ refused, url }) => refused || !failing().has(url));
  const unmatched = new Set(matches.unmatched.map(({ file }) => file));
  const conflicts = placed(matches).filter(({ kind, consequence, files, routes }) => {
    // A page that is replaced by another is reported once, as the page that Next.js rejects.
    if (kind === 'same-url' && files.some((file) => unmatched.has(file))) return false;
    return consequence !== 'unserved' || !routes.some((url) => failing().has(url));
  });
  return {
    unmatched: groupBy(matches.unmatched, ({ segment }) => segment.path),
    displaced: groupBy(displaced, ({ segment }) => segment.path),
    conflicts: groupBy(conflicts, ({ file }) => folderOf(file)),
  };
}

function placed(matches: RouteMatches): PageConflict[] {
  const { conflicts, routes } = matches;
  if (conflicts.length === 0) return [];
  const byUrl = new Map(routes.map((route) => [route.url, route]));
  const shownAnywhere = once(() => new Set(routes.flatMap(({ renders }) => renders)));
  return conflicts.flatMap((conflict): PageConflict[] => {
    const renders = conflict.kind === 'same-url' ? byUrl.get(conflict.url)?.renders : undefined;
    const shown = conflict.files.find((file) => renders?.includes(file));
    const isShown = (file: string) =>
      // A catch-all that is lost at its own URL can fill its slot at others.
      conflict.consequence === 'lost' ? shownAnywhere().has(file) : file === shown;
    // Nothing is reported in the `pages` directory, which lies outside the app.
    const file =
      conflict.kind === 'pages-router'
        ? conflict.files.find((each) => !each.startsWith('../'))
        : conflict.files.findLast((each) => !isShown(each));
    return file === undefined ? [] : [{ ...conflict, file, shown }];
  });
}
