import {
  describeOutcome,
  describeReason,
  printable,
  reloadChanges,
  renderedMatchesOf,
  type Explanation,
  type SlotFill,
} from '@next-slots/core';
import { relativePath, type OpenedApp } from '../apps/open-app.js';
import { pathOnDisk } from '@next-slots/core/node';
import { colorsFor, type Colors } from '../terminal/colors.js';
import { alignColumns } from '../terminal/align-columns.js';
import { fillColor } from '../fills/fill-color.js';

/** An explanation as text for a terminal. */
export function printExplanation(opened: OpenedApp, explanation: Explanation): string {
  const { url, route, kind, from, interceptedBy, hard, soft } = explanation;
  const colors = colorsFor(process.stdout);
  const { version, bundler } = opened.app.next;
  const lines = [
    `${colors.bold(printable(url))}${route === url ? '' : ` is answered by ${printable(route)}`}`,
    colors.dim(`checked against Next.js ${version} (${bundler})`),
  ];
  const problem = describeOutcome(explanation);
  if (problem !== undefined) lines.push(colors.red(problem));
  if (kind === 'handler') return text([...lines, '', 'It is a route handler and has no slots.']);

  lines.push('', heading('On a fresh load', colors), ...rows(opened, explanation, hard, colors));
  if (from.length === 0) {
    const intercepted = interceptions(opened, explanation);
    return text(intercepted.length === 0 ? lines : [...lines, '', ...intercepted]);
  }
  const way = [...from, url].map(printable).join(' → ');
  lines.push('', heading(`After client-side navigation ${way}`, colors));
  if (interceptedBy !== null) lines.push(`  intercepted by ${printable(interceptedBy)}`);
  lines.push(...rows(opened, explanation, soft, colors));
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
  const head = ['Layout', 'Slot', 'Shows', 'File', 'Why'].map((text) => ({
    text,
    color: colors.dim,
  }));
  return alignColumns([
    head,
    ...fills.map((fill) => [
      { text: `${'  '.repeat(depthOf(fill, fills))}${printable(fill.segment)}` },
      { text: printable(fill.slot) },
      { text: fill.fill, color: fillColor(fill.fill, colors) },
      { text: path(opened, fill) },
      {
        text: describeReason(fill, explanation),
        color: explanation.kept.has(fill) ? colors.yellow : colors.dim,
      },
    ]),
  ]);
}

/** How many of the segments that are shown lie around one. */
function depthOf({ segment }: SlotFill, fills: readonly SlotFill[]): number {
  const around = fills.filter((each) => {
    const above = each.segment === '/' ? '/' : `${each.segment}/`;
    return each.segment !== segment && segment.startsWith(above);
  });
  return new Set(around.map((each) => each.segment)).size;
}

/** What a link to the URL opens instead of it, and from where. */
function interceptions(opened: OpenedApp, { route }: Explanation): readonly string[] {
  return renderedMatchesOf(opened.app)
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
  if (file === null) return 'nothing';
  return printable(relativePath(process.cwd(), pathOnDisk(opened.location, file)));
}
