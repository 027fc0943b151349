import {
  findRoute,
  groupBy,
  once,
  pathOf,
  type Outcome,
  type Route,
  type RouteMatches,
} from '@next-slots/core';
import type { ExplorerFinding } from '../data/explorer-app.js';

/** One URL in the list at the side. */
export interface RouteRow {
  readonly url: string;
  readonly kind: 'page' | 'handler';
  readonly outcome: Outcome;
  /** The findings that are about it. Found when first asked for. */
  readonly findings: readonly ExplorerFinding[];
  /**
   * What changes at it between two versions; undefined where nothing does, or nothing is compared.
   * Found when first asked for.
   */
  readonly change: RouteChange | undefined;
  /** What the filter looks at besides the URL: slots and files, in lower case. */
  readonly words: () => string;
}

/** What another Next.js version does with a URL. */
export interface RouteChange {
  readonly before: Outcome | 'no route';
  readonly after: Outcome | 'no route';
  /** How many slots show something else. */
  readonly slots: number;
}

/** The URLs of an app with what is wrong at each. */
export function routeRows(
  matches: RouteMatches,
  findings: readonly ExplorerFinding[],
  other?: RouteMatches,
): readonly RouteRow[] {
  const found = new FindingIndex(findings);
  const others = new Map(other?.routes.map((route) => [route.url, route]));
  const rows = matches.routes.map((route): RouteRow => {
    const { url, kind, outcome } = route;
    const about = once(() => found.about(route));
    const change = once(() => other && changeBetween(route, others.get(url)));
    return {
      url,
      kind,
      outcome,
      get findings() {
        return about();
      },
      get change() {
        return change();
      },
      words: () => wordsOf(route),
    };
  });
  const known = new Set(rows.map(({ url }) => url));
  const added = (other?.routes ?? []).filter(({ url }) => !known.has(url));
  if (added.length === 0) return rows;
  const onlyThere = added.map((route): RouteRow => ({
    url: route.url,
    kind: route.kind,
    outcome: 'ok',
    findings: [],
    change: changeBetween(undefined, route),
    words: () => '',
  }));
  return [...rows, ...onlyThere].sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** What the slots of 4,000 routes show takes a third of a second to find out, so it is found out once. */
const knownWords = new WeakMap<Route, string>();

function wordsOf(route: Route): string {
  let words = knownWords.get(route);
  if (words === undefined) {
    words = route.slots
      .map(({ slot, file }) => `${slot} ${file ?? ''}`)
      .join(' ')
      .toLowerCase();
    knownWords.set(route, words);
  }
  return words;
}

type Compared = Pick<RouteMatches['routes'][number], 'outcome' | 'slots'>;

function changeBetween(
  before: Compared | undefined,
  after: Compared | undefined,
): RouteChange | undefined {
  const files = (route: Compared | undefined) =>
    new Map(route?.slots.map(({ segment, slot, file }) => [JSON.stringify([segment, slot]), file]));
  const [from, to] = [files(before), files(after)];
  const keys = new Set([...from.keys(), ...to.keys()]);
  const slots = [...keys].filter((key) => from.get(key) !== to.get(key)).length;
  const outcomes = {
    before: before?.outcome ?? 'no route',
    after: after?.outcome ?? 'no route',
  } as const;
  if (slots === 0 && outcomes.before === outcomes.after) return undefined;
  return { ...outcomes, slots };
}

/** Findings by what they are about. */
class FindingIndex {
  readonly #byUrl = new Map<string, ExplorerFinding[]>();
  readonly #byFolder: ReadonlyMap<string, readonly ExplorerFinding[]>;

  constructor(findings: readonly ExplorerFinding[]) {
    for (const finding of findings) {
      for (const url of finding.urls) {
        const known = this.#byUrl.get(url);
        if (known) known.push(finding);
        else this.#byUrl.set(url, [finding]);
      }
    }
    const withoutUrls = findings.filter(({ urls }) => urls.length === 0);
    this.#byFolder = groupBy(withoutUrls, ({ segment }) => segment);
  }

  /** Those about a route: one without URLs of its own is about all that pass through its folder or lie in it. */
  about(route: Route): readonly ExplorerFinding[] {
    const ofUrl = this.#byUrl.get(route.url) ?? [];
    // What the slots of a route show takes time to find out.
    if (this.#byFolder.size === 0) return ofUrl;
    const passed = new Set(route.slots.map(({ segment }) => segment));
    for (const folder of foldersAround(route.file)) passed.add(folder);
    return [...[...passed].flatMap((folder) => this.#byFolder.get(folder) ?? []), ...ofUrl];
  }
}

/** The folders that a file lies in, as findings name them: `/shop/(list)`, `/shop`. */
function* foldersAround(file: string): Generator<string> {
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
    yield `/${file.slice(0, end)}`;
  }
}

/** What the list shows of all rows. */
export interface RowFilter {
  /** Words that each are part of a URL, a slot or a file, or a concrete URL: `/shop/42`. */
  readonly text: string;
  readonly onlyProblems: boolean;
  readonly onlyChanges: boolean;
}

/** The rows that a filter leaves. */
export function filterRows(
  rows: readonly RouteRow[],
  matches: RouteMatches,
  { text, onlyProblems, onlyChanges }: RowFilter,
): readonly RouteRow[] {
  const terms = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const typed = text.trim();
  const route = typed.startsWith('/') ? findRoute(matches, pathOf(typed))?.route : undefined;
  return rows.filter(
    (row) =>
      (!onlyProblems || row.findings.length > 0) &&
      (!onlyChanges || row.change !== undefined) &&
      (row.url === route || terms.every((term) => holds(row, term))),
  );
}

function holds({ url, words }: RouteRow, term: string): boolean {
  return url.toLowerCase().includes(term) || words().includes(term);
}
