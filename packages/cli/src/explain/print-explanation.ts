import { printable, type Explanation, type SlotFill } from '@next-slots/core';
import { relativePath, type OpenedApp } from '../apps/open-app.js';
import { pathOnDisk } from '@next-slots/core/node';
import { colorsFor, type Colors } from '../terminal/colors.js';
import { alignColumns } from '../terminal/align-columns.js';
import { fillColor } from '../fills/fill-color.js';

/** Why a file stands in a slot, for people. */
const reasons = {
  page: 'its page for this URL',
  'catch-all': 'its catch-all page',
  default: 'no page of it matches, so its default',
  nothing: 'neither page nor default',
} as const satisfies Record<SlotFill['reason'], string>;

const outcomes = {
  ok: undefined,
  'build-error': 'next build refuses this URL.',
  'not-found': 'A fresh load of this URL answers with not-found.',
} as const satisfies Record<Explanation['outcome'], string | undefined>;

/** An explanation as text for a terminal. */
export function printExplanation(opened: OpenedApp, explanation: Explanation): string {
  const { url, route, kind, outcome, from, interceptedBy, hard, soft, kept } = explanation;
  const colors = colorsFor(process.stdout);
  const { version, bundler } = opened.app.next;
  const lines = [
    `${colors.bold(printable(url))}${route === url ? '' : ` is answered by ${printable(route)}`}`,
    colors.dim(`as Next ${version} with ${bundler} builds it`),
  ];
  const problem = outcomes[outcome];
  if (problem !== undefined) lines.push(colors.red(problem));
  if (kind === 'handler') return text([...lines, '', 'It is a route handler and has no slots.']);

  lines.push('', heading('On a fresh load', colors), ...rows(opened, hard, colors));
  if (from.length === 0) return text(lines);
  const way = from.map(printable).join(', then ');
  lines.push('', heading(`After ${way}, by a link`, colors));
  if (interceptedBy !== null) lines.push(`  intercepted by ${printable(interceptedBy)}`);
  lines.push(...rows(opened, soft, colors, kept));
  lines.push(
    '',
    heading('What a reload then changes', colors),
    ...changes(opened, explanation, colors),
  );
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
  fills: readonly SlotFill[],
  colors: Colors,
  kept?: ReadonlySet<SlotFill>,
): readonly string[] {
  return alignColumns(
    fills.map((fill) => [
      { text: printable(fill.segment) },
      { text: printable(fill.slot) },
      { text: fill.fill, color: fillColor(fill.fill, colors) },
      { text: path(opened, fill) },
      { text: kept?.has(fill) ? 'kept from before' : reasonOf(fill), color: colors.dim },
    ]),
  );
}

function reasonOf({ reason, rendered }: SlotFill): string {
  return rendered ? reasons[reason] : `${reasons[reason]}; never rendered, for want of a layout`;
}

function changes(
  opened: OpenedApp,
  { hard, soft }: Explanation,
  colors: Colors,
): readonly string[] {
  const keyOf = ({ segment, slot }: SlotFill) => JSON.stringify([segment, slot]);
  const after = new Map(hard.map((fill) => [keyOf(fill), fill]));
  const before = new Map(soft.map((fill) => [keyOf(fill), fill]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  const changed = [...keys].flatMap((key) => {
    const from = before.get(key);
    const to = after.get(key);
    const known = from ?? to;
    if (!known || from?.file === to?.file) return [];
    return [
      [
        { text: printable(known.segment) },
        { text: printable(known.slot) },
        { text: from ? path(opened, from) : 'not there', color: colors.yellow },
        { text: '->' },
        { text: to ? path(opened, to) : 'not there', color: colors.yellow },
      ],
    ];
  });
  return changed.length === 0 ? ['  nothing'] : alignColumns(changed);
}

function path(opened: OpenedApp, { file }: SlotFill): string {
  if (file === null) return 'nothing';
  return printable(relativePath(process.cwd(), pathOnDisk(opened.location, file)));
}
