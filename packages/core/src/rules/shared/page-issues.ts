import type { App } from '../../app.js';
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
  readonly unmatched: UnmatchedPage | undefined;
  readonly displaced: DisplacedPage | undefined;
  readonly conflicts: readonly PageConflict[];
}

/** Conflicting files, and which of them is reported. */
export interface PageConflict extends RouteConflict {
  /** The file that the conflict is reported at: one that Next.js never shows, where that is known. */
  readonly file: string;
  /** The file that Next.js shows in its place; undefined where it shows none or that is not known. */
  readonly shown: string | undefined;
}

const none: PageIssues = { unmatched: undefined, displaced: undefined, conflicts: [] };

/** The issues with the page or route handler of a folder. */
export function pageIssuesOf(app: App, segment: Segment): PageIssues {
  return matchesOf(app).derive(findIssues).get(segment.path) ?? none;
}

/** Goes once through all that the matcher says, so that asking about a folder costs nothing. */
function findIssues(matches: RouteMatches): ReadonlyMap<string, PageIssues> {
  const issues = new Map<string, PageIssues>();
  for (const unmatched of matches.unmatched) {
    issues.set(unmatched.segment.path, { ...none, unmatched });
  }
  const failing = once(() => {
    const rejected = matches.routes.filter(({ outcome }) => outcome === 'build-error');
    return new Set(rejected.map(({ url }) => url));
  });
  for (const displaced of matches.displaced) {
    const { path } = displaced.segment;
    // What a server would do counts only where the build passes.
    if (!displaced.refused && failing().has(displaced.url)) continue;
    issues.set(path, { ...(issues.get(path) ?? none), displaced });
  }
  const refused = new Set(matches.unmatched.map(({ file }) => file));
  for (const conflict of placed(matches)) {
    // A page that is replaced by another is reported once, as the page that Next.js rejects.
    if (conflict.kind === 'same-url' && conflict.files.some((file) => refused.has(file))) continue;
    const { consequence, routes } = conflict;
    if (consequence === 'unserved' && routes.some((url) => failing().has(url))) continue;
    const folder = folderOf(conflict.file);
    const before = issues.get(folder) ?? none;
    issues.set(folder, { ...before, conflicts: [...before.conflicts, conflict] });
  }
  return issues;
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
