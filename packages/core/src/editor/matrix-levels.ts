import type { App } from '../app.js';
import { remembered } from '../remembered.js';
import { shownMatchesOf } from '../rules/shared/layout/rendered-matches.js';
import type { Outcome, Route, SlotFill, SlotName } from '../next/route-matches.js';
import type { RouteTree } from '../routes/route-tree.js';
import { filePath, findSegment } from '../routes/walk.js';

/** One folder with slots, and what they show at every URL that passes through it. */
export interface Level {
  /** The folder below the app directory, `/dash/(g)`; `/` is the app directory. */
  readonly segment: string;
  /** The layout that gets the slots, relative to the app directory; null without one. */
  readonly layout: string | null;
  /** `children` first, then by name. */
  readonly slots: readonly SlotName[];
  /** By URL. */
  readonly rows: readonly LevelRow[];
}

/** One URL at one level. */
export interface LevelRow {
  readonly url: string;
  readonly outcome: Outcome;
  readonly fills: ReadonlyMap<SlotName, SlotFill>;
}

/**
 * The levels of an app that have something to show: a named slot, or a URL that does not work and that
 * no other level lists. By folder, so that an outer level comes before those inside it.
 */
export function levelsOf(app: App): readonly Level[] {
  const rows = new Map<string, LevelRow[]>();
  for (const route of shownMatchesOf(app).routes) {
    for (const [segment, row] of rowsOf(route)) {
      remembered(rows, segment, (): LevelRow[] => []).push(row);
    }
  }
  const levels = [...rows].map(([segment, ofLevel]) => level(app.tree, segment, ofLevel));
  const withSlots = new Set(
    levels.filter(({ slots }) => slots.some((slot) => slot !== 'children')),
  );
  const listed = new Set([...withSlots].flatMap(failingUrls));
  return levels
    .filter((each) => withSlots.has(each) || !isSubset(failingUrls(each), listed))
    .sort((a, b) => (a.segment < b.segment ? -1 : 1));
}

/** The URLs of a level that do not work, or at which it has an empty slot. */
function failingUrls({ rows }: Level): readonly string[] {
  return rows.filter((row) => row.outcome !== 'ok' || hasMissing(row)).map(({ url }) => url);
}

function rowsOf({ url, outcome, slots }: Route): ReadonlyMap<string, LevelRow> {
  const rows = new Map<string, LevelRow & { readonly fills: Map<SlotName, SlotFill> }>();
  for (const fill of slots) {
    const row = remembered(rows, fill.segment, () => ({ url, outcome, fills: new Map() }));
    row.fills.set(fill.slot, fill);
  }
  return rows;
}

function level(tree: RouteTree, segment: string, rows: readonly LevelRow[]): Level {
  const owner = findSegment(tree, segment.slice(1))?.segment;
  const named = new Set(rows.flatMap(({ fills }) => [...fills.keys()]));
  const hasChildren = named.delete('children');
  return {
    segment,
    layout: (owner && filePath(owner, 'layout')) ?? null,
    slots: [...(hasChildren ? ['children' as const] : []), ...[...named].sort()],
    rows,
  };
}

/** Whether a slot of a level is empty at a URL, and somebody minds: the layout, or the build. */
export function hasMissing({ fills, outcome }: LevelRow): boolean {
  const isFatal = outcome === 'build-error';
  return [...fills.values()].some(
    ({ fill, rendered }) => fill === 'missing' && (rendered || isFatal),
  );
}

function isSubset(urls: readonly string[], of: ReadonlySet<string>): boolean {
  return urls.every((url) => of.has(url));
}
