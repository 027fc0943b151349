import {
  findRoute,
  hasMissing,
  levelsOf,
  matchesOf,
  pathOf,
  type Level,
  type LevelRow,
} from '@next-slots/core';
import type { OpenedApp } from '../apps/open-app.js';
import type { PublicRoute } from './public-routes.js';

/** What of a matrix is asked for. */
export interface MatrixFilter {
  /** A part of a URL, or a concrete URL. */
  readonly url?: string;
  /** With or without its `@`. */
  readonly slot?: string;
  readonly onlyProblems?: true;
}

/** The levels of an app, as far as they are asked for, the rows that do not work first. */
export function filterLevels(opened: OpenedApp, filter: MatrixFilter): readonly Level[] {
  const isUrl = urlFilter(opened, filter);
  const slot = slotName(filter);
  return levelsOf(opened.app).flatMap((level) => {
    const slots = slot === undefined ? level.slots : level.slots.filter((each) => each === slot);
    const rows = level.rows.filter(
      (row) => isUrl(row.url) && (!filter.onlyProblems || isProblem(row)),
    );
    if (slots.length === 0 || rows.length === 0) return [];
    const sorted = rows.toSorted((a, b) => Number(isProblem(b)) - Number(isProblem(a)));
    return [{ ...level, slots, rows: sorted }];
  });
}

/** The routes of an app, as far as they are asked for. */
export function filterRoutes(
  opened: OpenedApp,
  routes: readonly PublicRoute[],
  filter: MatrixFilter,
): readonly PublicRoute[] {
  const isUrl = urlFilter(opened, filter);
  const slot = slotName(filter);
  return routes.filter(
    (route) =>
      isUrl(route.url) &&
      (slot === undefined || route.slots.some((fill) => fill.slot === slot)) &&
      (!filter.onlyProblems || route.outcome !== 'ok'),
  );
}

function isProblem(row: LevelRow): boolean {
  return row.outcome !== 'ok' || hasMissing(row);
}

function slotName({ slot }: MatrixFilter): string | undefined {
  if (slot === undefined || slot === 'children') return slot;
  return slot.startsWith('@') ? slot : `@${slot}`;
}

/** Whether a URL is asked for: by its text, and by the folder that the command is narrowed to. */
function urlFilter(opened: OpenedApp, { url }: MatrixFilter): (url: string) => boolean {
  const matches = matchesOf(opened.app);
  const route = url === undefined ? undefined : findRoute(matches, pathOf(url))?.route;
  const inFolder = new Set(
    [...matches.routes, ...matches.interceptions]
      .filter(({ file }) => opened.isAsked(file))
      .map((each) => each.url),
  );
  return (each) =>
    inFolder.has(each) && (url === undefined || each === route || each.includes(url));
}
