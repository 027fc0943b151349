import {
  bundlerNames,
  describeOutcome,
  nestFills,
  openModals,
  printable,
  reloadChanges,
  shownMatchesOf,
  type Explanation,
  type LevelBox,
  type SlotBox,
  type SlotFill,
} from '@next-slots/core';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { pathOnDisk } from '@next-slots/core/node';
import { fromHere } from '../apps/from-here.js';
import type { OpenedApp } from '../apps/open-app.js';
import { colorsFor, type Colors } from '../terminal/colors.js';
import { alignColumns, type Cell } from '../terminal/align-columns.js';
import { terminalWidth } from '../terminal/terminal-width.js';
import { fillColor } from '../fills/fill-color.js';

/** An explanation as text for a terminal. */
export function printExplanation(opened: OpenedApp, explanation: Explanation): string {
  const { url, route, kind, from, interceptedBy, hard, soft } = explanation;
  const colors = colorsFor(process.stdout);
  const { version, bundler } = opened.app.next;
  const lines = [
    `${colors.bold(printable(url))}${route === url ? '' : ` is answered by ${printable(route)}`}`,
    colors.dim(`checked against Next.js ${version} (${bundlerNames[bundler]})`),
  ];
  const problem = describeOutcome(explanation);
  if (problem !== undefined) lines.push(colors.red(problem));
  const byHandler = 'A route handler answers this URL, so it has no slots.';
  if (kind === 'handler' && interceptedBy === null) return text([...lines, '', byHandler]);

  lines.push('', heading('After a hard navigation', colors));
  lines.push(
    ...(kind === 'handler' ? [`  ${byHandler}`] : rows(opened, explanation, hard, colors)),
  );
  if (from.length === 0) {
    const intercepted = interceptions(opened, explanation);
    return text(intercepted.length === 0 ? lines : [...lines, '', ...intercepted]);
  }
  const way = [...from, url].map(printable).join(' → ');
  lines.push('', heading(`After client-side navigation ${way}`, colors));
  if (interceptedBy !== null) lines.push(`  intercepted by ${printable(interceptedBy)}`);
  lines.push(...rows(opened, explanation, soft, colors));
  lines.push(...openModalsIn(opened, explanation).map(colors.yellow));
  lines.push('', heading('After a reload', colors), ...changes(opened, explanation, colors));
  return text(lines);
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function heading(words: string, colors: Colors): string {
  return colors.underline(words);
}

function rows(
  opened: OpenedApp,
  explanation: Explanation,
  fills: readonly SlotFill[],
  colors: Colors,
): readonly string[] {
  const drawn = nestFills(fills, explanation.kept).flatMap((level) => linesOf(level, ''));
  const heads = ['Slot', 'Shows', 'File', 'Why'].map((text) => ({ text, color: colors.dim }));
  const table = alignColumns([
    heads,
    ...drawn.map(({ label, box }) =>
      box ? cellsOf(opened, label, box, colors) : [{ text: label }],
    ),
  ]);
  const columns = terminalWidth();
  if (table.every((line) => stringWidth(line) <= columns)) return table;
  return [
    ...stacked(heads, '', columns),
    ...drawn.flatMap(({ label, box, below }) =>
      box ? stacked(cellsOf(opened, label, box, colors), below, columns) : [`  ${label}`],
    ),
  ];
}

/** A line of the drawing: a folder with a layout or slots, or one of its slots. */
interface DrawnLine {
  readonly label: string;
  readonly box?: SlotBox;
  /** What lines of the same slot begin with. */
  readonly below: string;
}

/** Draws a level as a tree: its folder, its slots, and in each the levels that stand there. */
function linesOf({ segment, slots }: LevelBox, indent: string): readonly DrawnLine[] {
  const ofSlots = slots.flatMap((box, index): readonly DrawnLine[] => {
    const isLast = index === slots.length - 1;
    const below = `${indent}${isLast ? '   ' : '│  '}`;
    return [
      { label: `${indent}${isLast ? '└─ ' : '├─ '}${printable(box.fill.slot)}`, box, below },
      ...box.levels.flatMap((level) => linesOf(level, below)),
    ];
  });
  return [{ label: `${indent}${printable(segment)}`, below: indent }, ...ofSlots];
}

function cellsOf(
  opened: OpenedApp,
  label: string,
  { fill, kept, why }: SlotBox,
  colors: Colors,
): readonly Cell[] {
  return [
    { text: label },
    { text: fill.fill, color: fillColor(fill.fill, colors) },
    { text: path(opened, fill) },
    { text: why, color: kept ? colors.yellow : colors.dim },
  ];
}

/** The cells of a row one below the other, broken between words, for a terminal that is too narrow. */
function stacked(
  [label, shows, ...rest]: readonly Cell[],
  below: string,
  columns: number,
): readonly string[] {
  const print = ({ text, color = (plain) => plain }: Cell) => color(text);
  const indent = `  ${below}  `;
  const room = Math.max(20, columns - stringWidth(indent));
  return [
    `  ${[label, shows].flatMap((cell) => (cell ? [print(cell)] : [])).join('  ')}`,
    ...rest.flatMap((cell) =>
      wrapAnsi(print(cell), room)
        .split('\n')
        .map((line) => `${indent}${line}`),
    ),
  ];
}

/** What stands open at a URL that is not about it, and how to close it. */
function openModalsIn(opened: OpenedApp, explanation: Explanation): readonly string[] {
  return openModals(shownMatchesOf(opened.app), explanation).map(
    ({ slot, file }) =>
      `  ${printable(opened.printed(file))} stays open in ${printable(slot)}: this URL has no page for the slot.`,
  );
}

/** What a link to the URL opens instead of it, and from where. */
function interceptions(opened: OpenedApp, { route }: Explanation): readonly string[] {
  return shownMatchesOf(opened.app)
    .interceptions.filter(({ target }) => target === route)
    .map(
      ({ from, file }) =>
        `A link to it from below ${printable(from)} is intercepted by ${printable(opened.printed(file))}.`,
    );
}

function changes(opened: OpenedApp, explanation: Explanation, colors: Colors): readonly string[] {
  const changed = reloadChanges(explanation).map(({ segment, slot, before, after }) => [
    { text: printable(segment) },
    { text: printable(slot) },
    { text: before ? path(opened, before) : 'not there', color: colors.yellow },
    { text: '->' },
    { text: after ? path(opened, after) : 'not there', color: colors.yellow },
  ]);
  return changed.length === 0 ? ['  nothing'] : alignColumns(changed);
}

function path(opened: OpenedApp, { file }: SlotFill): string {
  return file === null ? 'nothing' : fromHere(pathOnDisk(opened.location, file));
}
