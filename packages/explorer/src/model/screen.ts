import {
  explainUrl,
  isInterceptingFile,
  nearestUrls,
  nestFills,
  openModals,
  reloadChanges,
  type Explanation,
  type LevelBox,
  type OpenModal,
  type RouteMatches,
  type SlotFill,
} from '@next-slots/core';
import { trailOf, type ExplorerState } from './explorer-state.js';

/** What stands on the screen in one Next.js version. */
export interface Screen {
  readonly explanation: Explanation;
  /** As the user came. */
  readonly soft: readonly LevelBox[];
  /** After a reload. */
  readonly hard: readonly LevelBox[];
  /** How many slots a reload changes. */
  readonly changes: number;
  readonly openModals: readonly OpenModal[];
}

/** A URL that the app does not have. */
export interface UnknownUrl {
  readonly unknown: string;
  readonly nearest: readonly string[];
}

/** Follows the trail of a state. */
export function screenOf(matches: RouteMatches, state: ExplorerState): Screen | UnknownUrl {
  const explanation = explainUrl(matches, state.url, state.from);
  if ('unknown' in explanation) {
    const { unknown } = explanation;
    return { unknown, nearest: nearestUrls(matches, unknown) };
  }
  const { soft, hard, kept } = explanation;
  return {
    explanation,
    soft: nestFills(soft, kept),
    hard: nestFills(hard, new Set()),
    changes: reloadChanges(explanation).length,
    openModals: openModals(matches, explanation),
  };
}

/** A URL that one may go to next. */
export interface NextStep {
  readonly url: string;
  /** The slot that an intercepting route opens it in. */
  readonly opensIn?: string;
}

/** More links than this do not help anybody. */
const mostSteps = 12;

/** Where one may go from a URL: what opens in a slot there first, then what lies nearest. */
export function nextSteps(matches: RouteMatches, state: ExplorerState): readonly NextStep[] {
  const trail = trailOf(state);
  const here = explainUrl(matches, state.url, state.from);
  if ('unknown' in here) return [];
  const steps = new Map<string, NextStep>();
  for (const { target } of matches.interceptions) {
    if (target === null || target === here.route || steps.has(target)) continue;
    const there = explainUrl(matches, target, trail);
    if ('unknown' in there || there.interceptedBy === null) continue;
    const opened = openedBy(there);
    steps.set(target, { url: target, ...(opened && { opensIn: opened.slot }) });
    if (steps.size === mostSteps) break;
  }
  for (const url of nearestPages(matches, here.route)) {
    if (steps.size >= mostSteps) break;
    if (!steps.has(url)) steps.set(url, { url });
  }
  return [...steps.values()];
}

/** So many URLs are followed to find those that change a box. */
const mostFollowed = 150;

/** Where one may go from a URL for a box to show something else: what opens in it first, then what lies nearest. */
export function stepsOfBox(
  matches: RouteMatches,
  state: ExplorerState,
  { segment, slot, file }: SlotFill,
): readonly NextStep[] {
  const trail = trailOf(state);
  const here = explainUrl(matches, state.url, state.from);
  if ('unknown' in here) return [];
  const targets = matches.interceptions.flatMap(({ target }) => target ?? []);
  const urls = new Set([...targets, ...nearestPages(matches, here.route)]);
  urls.delete(here.route);
  const steps: NextStep[] = [];
  for (const url of [...urls].slice(0, mostFollowed)) {
    const there = explainUrl(matches, url, trail);
    if ('unknown' in there) continue;
    const shown = there.soft.find((fill) => fill.segment === segment && fill.slot === slot);
    if (!shown || shown.file === null || shown.file === file) continue;
    const isOpened = there.interceptedBy !== null && shown === openedBy(there);
    steps.push({ url, ...(isOpened && { opensIn: slot }) });
    if (steps.length === mostSteps) break;
  }
  return steps;
}

/** The slot that an intercepting route opens something in. */
function openedBy({ soft }: Explanation): SlotFill | undefined {
  return soft.find(
    ({ slot, file }) => slot !== 'children' && file !== null && isInterceptingFile(file),
  );
}

/** The pages of an app other than one, those first that share most of its URL. */
function nearestPages(matches: RouteMatches, route: string): readonly string[] {
  return matches.routes
    .filter(({ url, kind }) => kind === 'page' && url !== route)
    .map(({ url }) => ({ url, distance: distance(route, url) }))
    .sort((a, b) => a.distance - b.distance || (a.url < b.url ? -1 : 1))
    .map(({ url }) => url);
}

/** How many parts two URLs do not share. */
function distance(a: string, b: string): number {
  const [from, to] = [partsOf(a), partsOf(b)];
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return from.length + to.length - 2 * shared;
}

function partsOf(url: string): readonly string[] {
  return url.split('/').filter(Boolean);
}

/** Whether a file is on the screen: in a box, or beside the layout of one. */
export function showsFile({ soft }: Explanation, file: string): boolean {
  const folder = `/${file.slice(0, Math.max(0, file.lastIndexOf('/')))}`;
  const isPart = !/(?:^|\/)(?:page|default)\.\w+$/u.test(file);
  return soft.some((fill) => fill.file === file || (isPart && fill.segment === folder));
}

/** The URL at which a hard navigation shows a file; its own where it is a page. */
export function urlOfFile(matches: RouteMatches, file: string): string | undefined {
  const own = matches.routes.find((route) => route.file === file);
  if (own) return own.url;
  const target = matches.interceptions.find((route) => route.file === file)?.target;
  if (typeof target === 'string') return target;
  const shown = matches.routes.find(({ slots }) => slots.some((fill) => fill.file === file));
  if (shown) return shown.url;
  const folder = `/${file.slice(0, Math.max(0, file.lastIndexOf('/')))}`;
  return matches.routes.find(({ slots }) => slots.some(({ segment }) => segment === folder))?.url;
}
