import type { App } from '../app.js';
import { markdownCode } from '../markdown.js';
import { remembered } from '../remembered.js';
import { shownMatchesOf } from '../rules/shared/layout/rendered-matches.js';
import { routeOf } from '../routes/route-of.js';
import type { Outcome, Route, SlotFill } from '../next/route-matches.js';
import type { Segment } from '../routes/route-tree.js';
import { findNearestSegment } from '../routes/walk.js';

/** More URLs than this are counted, not listed. */
const listedUrls = 8;

/**
 * What fills a slot at which URLs, as Markdown: one line for each file, one for the URLs where nothing
 * does, one for each intercepting route.
 */
export function describeFills(app: App, owner: Segment, slot: Segment): string {
  const matches = shownMatchesOf(app);
  const urlsByFill = new Map<string, string[]>();
  for (const [route, fill] of fillsOf(app, owner, slot, matches.routes)) {
    const title = fill.file === null ? nothing(route, owner, slot) : markdownCode(fill.file);
    remembered(urlsByFill, title, (): string[] => []).push(route.url);
  }
  const lines = [...urlsByFill].map(([title, urls]) => `${title} at ${listUrls(urls)}`);
  for (const { file, from, target } of matches.interceptions) {
    if (!file.startsWith(`${slot.path}/`) || target === null) continue;
    lines.push(
      `${markdownCode(file)} on a soft navigation from ${markdownCode(from)} to ${markdownCode(target)}`,
    );
  }
  if (lines.length === 0) return 'No URL uses this slot.';
  return lines.map((line) => `- ${line}`).join('\n');
}

/** The routes that pass through the owner, with what stands in its slot there. */
function* fillsOf(
  app: App,
  owner: Segment,
  slot: Segment,
  routes: readonly Route[],
): Generator<[Route, SlotFill]> {
  const segment = `/${owner.path}`;
  const url = routeOf(findNearestSegment(app.tree, owner.path));
  const below = url === '/' ? url : `${url}/`;
  for (const route of routes) {
    // The fills of a route are worked out when asked for, so ask only those that can pass here.
    if (route.url !== url && !route.url.startsWith(below)) continue;
    for (const fill of route.slots) {
      if (fill.segment === segment && fill.slot === slot.name.raw) yield [route, fill];
    }
  }
}

const consequences = {
  ok: '',
  'build-error': ' (`next build` fails)',
  'not-found': ' (not found)',
} satisfies Record<Outcome, string>;

function nothing(route: Route, owner: Segment, slot: Segment): string {
  const breaks = route.gaps.some((gap) => gap.owner === owner && gap.slot === slot.name.raw);
  return `nothing${breaks ? consequences[route.outcome] : ''}`;
}

function listUrls(urls: readonly string[]): string {
  const listed = urls.slice(0, listedUrls).map(markdownCode);
  const rest = urls.length - listed.length;
  return listed.join(', ') + (rest > 0 ? ` and ${String(rest)} more` : '');
}
