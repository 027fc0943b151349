import type { App } from '../../../app.js';
import { remembered } from '../../../remembered.js';
import { lingeringSlots, type LingeringSlot } from '../../../next/navigation/lingering-slots.js';
import { matchRoutes } from '../../../next/match-routes.js';
import { matchesOf } from '../../../next/matches-of.js';
import { isTransparent, urlPart } from '../../../next/url/folder.js';
import { isKind } from '../../../next/url/is-covered.js';
import type { RouteMatches } from '../../../next/route-matches.js';
import { isSpoiled, spoiledUrls } from '../../../next/queries/spoiled-urls.js';
import { findSegment, joinPath } from '../../../routes/walk.js';
import { treeWithFiles } from '../../../routes/with-files.js';

/** One plan for all modals of an app: without it, 100 of them take 3.9 s of CPU instead of 0.35 s. */
const cache = new WeakMap<App, ReadonlyMap<string, readonly string[]>>();

/**
 * The folders in which an empty page closes the modals of a slot: the slot itself for its owner's own URL,
 * which no catch-all takes, and a catch-all in it for the URLs below.
 *
 * The matcher is asked about the app with the pages of all slots together. Pages are left out where the app
 * would no longer build, where a URL would answer otherwise, or where the modal would stay.
 *
 * @param slot - The slot's folder, relative to the app directory.
 * @returns none where no such pages are right.
 */
export function closingPages(app: App, slot: string): readonly string[] {
  const plan = remembered(cache, app, () => planFor(app, matchesOf(app)));
  return plan.get(slot) ?? [];
}

/** The pages that one slot lacks. */
interface Closing {
  readonly slot: string;
  readonly pages: readonly string[];
}

function planFor(app: App, matches: RouteMatches): ReadonlyMap<string, readonly string[]> {
  const candidates = [...lingeringSlots(matches).values()].flatMap((found): Closing[] => {
    const pages = pagesFor(matches, found);
    return pages.length > 0 ? [{ slot: found.slot.path, pages }] : [];
  });
  candidates.sort((a, b) => (a.slot < b.slot ? -1 : 1));
  const right = addRight(app, [], candidates);
  return new Map(right.map(({ slot, pages }) => [slot, pages]));
}

/** So often a whole app is matched anew at most; what is not known to be right by then is left out. */
const mostMatches = 24;

/** Adds as many as do no harm, each half by itself where the whole does: most apps are asked about once. */
function addRight(
  app: App,
  accepted: readonly Closing[],
  candidates: readonly Closing[],
  left = { matches: mostMatches },
): readonly Closing[] {
  if (candidates.length === 0 || left.matches === 0) return accepted;
  left.matches -= 1;
  const all = [...accepted, ...candidates];
  if (areRight(app, all)) return all;
  if (candidates.length === 1) return accepted;
  const half = Math.ceil(candidates.length / 2);
  const first = addRight(app, accepted, candidates.slice(0, half), left);
  return addRight(app, first, candidates.slice(half), left);
}

/** Whether pages close the modals of their slots, leave none open elsewhere, and make nothing worse. */
function areRight(app: App, closings: readonly Closing[]): boolean {
  const before = matchesOf(app);
  const { pageExtensions } = app.tree;
  const name = `page.${pageExtensions[0] ?? 'tsx'}`;
  const files = closings.flatMap(({ pages }) => pages.map((folder) => joinPath(folder, name)));
  const after = matchRoutes(treeWithFiles(app.tree, files), before.semantics);
  const urlsBefore = new Map(
    [...lingeringSlots(before).values()].map(({ slot, urls }) => [slot.path, new Set(urls)]),
  );
  const slots = new Set(closings.map(({ slot }) => slot));
  const lingersNoMore = [...lingeringSlots(after).values()].every(
    ({ slot: { path }, urls }) =>
      !slots.has(path) && urls.every((url) => urlsBefore.get(path)?.has(url)),
  );
  if (!lingersNoMore) return false;
  const leadsAway = (file: string) => app.sources.facts(file)?.leadsAway === true;
  return !isSpoiled(spoiledUrls(before, after, { files: new Set(files), leadsAway }));
}

/** The pages that a slot lacks, as if nothing else were to be minded. */
function pagesFor(matches: RouteMatches, { slot, urls, ownUrls }: LingeringSlot): string[] {
  // A slot further out, left as it is, keeps what this one shows: nothing in here can change that.
  if (ownUrls.length < urls.length) return [];
  const ancestors = findSegment(matches.tree, slot.path)?.ancestors ?? [];
  const parts = ancestors
    .slice(1)
    .filter((folder) => !isTransparent(folder))
    .map(urlPart);
  const url = `/${parts.join('/')}`;
  const beside = matches.top.find(parts)?.dynamics ?? [];
  // Beside `[[...name]]` Next.js allows neither a page nor another catch-all.
  if (beside.some(isKind('optional-catch-all'))) return [];
  // All catch-alls at one place must have one name.
  const known = beside.find(isKind('catch-all'))?.part?.text;
  const catchAll = joinPath(slot.path, known ?? '[...catchAll]');
  const folders = [
    ...(urls.some((each) => each !== url) ? [catchAll] : []),
    ...(urls.includes(url) ? [slot.path] : []),
  ];
  // Where such a page is there already and does not help, another one would not either.
  const isThere = (folder: string) =>
    findSegment(matches.tree, folder)?.segment.files.page !== undefined;
  return folders.some(isThere) ? [] : folders;
}
