import {
  bundlerNames,
  levelsOf,
  matchesOf,
  plural,
  printable,
  type Fill,
  type Level,
  type LevelRow,
  type SlotName,
} from '@next-slots/core';
import stringWidth from 'fast-string-width';
import { summarise, type OpenedApp } from '../apps/open-app.js';
import type { OpenedApps } from '../apps/open-apps.js';
import { fillColor } from '../fills/fill-color.js';
import { alignColumns, type Cell } from '../terminal/align-columns.js';
import { colorsFor, type Colors } from '../terminal/colors.js';
import { cutMiddle } from '../terminal/cut-middle.js';
import { filterLevels, type MatrixFilter } from './filter-matrix.js';

/** Marks before the words, so that a column can be read at a glance and without colour. */
const marks = { page: '●', default: '○', missing: '✖' } as const satisfies Record<Fill, string>;

/** What stands at the end of a line about a URL that does not work. */
const outcomes = {
  ok: '',
  'build-error': 'build fails',
  'not-found': '404',
} as const satisfies Record<LevelRow['outcome'], string>;

/** How wide the column of URLs is at least, where there is room, and where there is none. */
const usualUrl = 20;
const narrowestUrl = 8;

/**
 * The matrix for a terminal: for each folder with slots a table of URLs by slots. Slots that do not
 * fit beside each other come in further tables below.
 *
 * @param width - Columns of the terminal; Infinity to shorten and to fold nothing, as in a pipe.
 */
export function printMatrix(
  { base, apps }: OpenedApps,
  filter: MatrixFilter,
  width: number,
): string {
  const colors = colorsFor(process.stdout);
  const blocks = apps.map((opened) => {
    const { appDir, next, bundler } = summarise(opened, base);
    const title = cutMiddle(printable(appDir), width);
    const about = colors.dim(`Next.js ${next} (${bundlerNames[bundler]})`);
    const shown = filterLevels(opened, filter).map((level) =>
      Number.isFinite(width) ? folded(level) : level,
    );
    const none = levelsOf(opened.app).length === 0 ? 'This app has no slots.' : 'No matching URLs.';
    const tables = shown.length === 0 ? ['', none] : levels(shown, opened, width, colors);
    return [colors.bold(title), about, ...tables, '', rest(opened)].join('\n');
  });
  const legend = `${marks.page} page  ${marks.default} default  ${marks.missing} missing`;
  return `${blocks.join('\n\n')}\n${colors.dim(legend)}\n`;
}

/** A level whose rows are all alike as one row. */
function folded(level: Level): Level {
  const [first, ...others] = level.rows;
  const isAlike = (row: LevelRow) =>
    row.outcome === first?.outcome &&
    level.slots.every((slot) => row.fills.get(slot)?.fill === first.fills.get(slot)?.fill);
  if (!first || others.length < 2 || !others.every(isAlike)) return level;
  return { ...level, rows: [{ ...first, url: `all ${level.rows.length} URLs` }] };
}

function levels(
  shown: readonly Level[],
  opened: OpenedApp,
  width: number,
  colors: Colors,
): readonly string[] {
  return shown.flatMap((level) => {
    const layout = level.layout === null ? 'no layout' : opened.printed(level.layout);
    const folder = printable(level.segment);
    const about = cutMiddle(printable(layout), Math.max(width - stringWidth(folder) - 2, 9));
    return [
      '',
      `${cutMiddle(folder, width)}  ${colors.dim(about)}`,
      ...tables(level, width, colors),
    ];
  });
}

/** Routes that pass no slot are not worth a line each. */
function rest(opened: OpenedApp): string {
  const { routes } = matchesOf(opened.app);
  const without = routes.filter(({ slots }) => slots.every(({ slot }) => slot === 'children'));
  return `${plural(routes.length, 'route')}, ${without.length} of them without slots.`;
}

function tables(level: Level, width: number, colors: Colors): readonly string[] {
  const tail = Math.max(...level.rows.map(({ outcome }) => outcomes[outcome].length));
  const longestUrl = Math.max(3, ...level.rows.map(({ url }) => stringWidth(printable(url))));
  // Two columns in front, two between neighbours.
  const room = width - 2 - (tail === 0 ? 0 : tail + 2);
  const slotWidth = Math.max(...level.slots.map(columnWidth)) + 2;
  const wanted = Math.min(Math.max(usualUrl, Math.floor(room / 2)), room - slotWidth);
  const urlWidth = Math.min(longestUrl, Math.max(narrowestUrl, wanted));
  return chunks(level.slots, room - urlWidth).flatMap((slots, index) => [
    ...(index === 0 ? [] : ['']),
    ...table(level, slots, urlWidth, room - urlWidth, colors),
  ]);
}

/** As many slots side by side as fit; at least one, cut where even that is too wide. */
function chunks(slots: readonly SlotName[], room: number): readonly (readonly SlotName[])[] {
  const found: SlotName[][] = [];
  let left = 0;
  for (const slot of slots) {
    const needed = columnWidth(slot) + 2;
    const last = found.at(-1);
    if (last && needed <= left) {
      last.push(slot);
      left -= needed;
    } else {
      found.push([slot]);
      left = room - needed;
    }
  }
  return found;
}

function columnWidth(slot: SlotName): number {
  return Math.max(stringWidth(printable(slot)), 'missing'.length + 2);
}

function table(
  { rows }: Level,
  slots: readonly SlotName[],
  urlWidth: number,
  slotRoom: number,
  colors: Colors,
): readonly string[] {
  const head: Cell[] = [
    { text: 'URL', color: colors.dim },
    ...slots.map((slot) => ({
      text: cutMiddle(printable(slot), Math.max(slotRoom - 2, 9)),
      color: colors.dim,
    })),
  ];
  const urls = cutApart(
    rows.map(({ url }) => printable(url)),
    urlWidth,
  );
  const body = rows.map((row, index): Cell[] => [
    { text: urls[index] ?? '' },
    ...slots.map((slot) => cell(row, slot, colors)),
    ...(row.outcome === 'ok' ? [] : [{ text: outcomes[row.outcome], color: colors.red }]),
  ]);
  return alignColumns([head, ...body]);
}

/** Cuts texts that are too wide: all at one width, at which no two of them look the same. */
function cutApart(texts: readonly string[], width: number): readonly string[] {
  const widest = Math.max(0, ...texts.map((text) => stringWidth(text)));
  for (let at = width; at < widest; at += 4) {
    const cut = texts.map((text) => cutMiddle(text, at));
    if (new Set(cut).size === texts.length) return cut;
  }
  return texts;
}

function cell({ fills }: LevelRow, slot: SlotName, colors: Colors): Cell {
  const fill = fills.get(slot)?.fill;
  if (fill === undefined) return { text: '' };
  return { text: `${marks[fill]} ${fill}`, color: fillColor(fill, colors) };
}
