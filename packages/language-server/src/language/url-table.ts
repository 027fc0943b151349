import {
  markdownTable,
  markdownText,
  shownMatchesOf,
  type App,
  type Route,
  type Segment,
  type SlotFill,
} from '@next-slots/core';

/** What stands in a segment's slots at every URL that passes through it. */
export interface UrlTable {
  /** How many URLs there are. */
  readonly urls: number;
  readonly markdown: string;
}

/** Lays out what fills the slots of a segment, a line for each URL. */
export function urlTable(app: App, segment: Segment): UrlTable {
  const { routes } = shownMatchesOf(app);
  const name = `/${segment.path}`;
  const rows: { readonly route: Route; readonly fills: readonly SlotFill[] }[] = [];
  for (const route of routes) {
    const fills = route.slots.filter((fill) => fill.segment === name);
    if (fills.length > 0) rows.push({ route, fills });
  }
  const slots = ['children', ...segment.slots.map(({ name }) => name.raw)];
  const table = markdownTable([
    ['URL', ...slots.map(markdownText)],
    ...rows.map(({ route, fills }) =>
      [
        `${route.url}${route.outcome === 'ok' ? '' : ` (${route.outcome})`}`,
        ...slots.map((slot) => cell(fills.find((fill) => fill.slot === slot))),
      ].map(markdownText),
    ),
  ]);
  const title = `# Slots of ${markdownText(name)} in Next ${app.next.version}`;
  return { urls: rows.length, markdown: `${title}\n\n${table}\n` };
}

function cell(fill: SlotFill | undefined): string {
  if (!fill) return '';
  return fill.file === null ? 'missing' : `${fill.fill}: ${fill.file}`;
}
