import type { App } from '../../../app.js';
import { matchesOf } from '../../../next/matches-of.js';
import { urlsOfCatchAllSlots } from '../../../next/queries/slots-alone.js';
import type { Gap, RouteMatches, SlotName } from '../../../next/route-matches.js';
import { remembered } from '../../../remembered.js';
import { slotPath } from '../../../next/slots.js';
import { renderedMatchesOf } from '../layout/rendered-matches.js';
import type { Segment } from '../../../routes/route-tree.js';
import type { Impact } from '../../engine/finding.js';

/** What Next.js does at the URLs for which a slot has no page or default. */
export interface UnfilledSlot {
  /** The worst that happens at any URL. */
  readonly impact: Exclude<Impact, 'future'>;
  /** The routes at which that happens, as Next.js prints them, sorted. */
  readonly urls: readonly string[];
  /** Whether `next build` fails there over another slot, and this one would be not-found after that. */
  readonly isSecond: boolean;
}

/**
 * What becomes of a slot that has neither page nor default somewhere.
 *
 * Where the owner's layout never renders the slot, Next.js never gets to the not-found that would stand
 * there; a build error comes whatever the layout does. So the layouts are looked at only where that
 * decides.
 *
 * @returns undefined where it is filled at every URL, or where Next.js does not mind.
 */
export function unfilledSlot(app: App, owner: Segment, slot: SlotName): UnfilledSlot | undefined {
  const found = unfilledIn(matchesOf(app), owner, slot);
  if (found === undefined) return undefined;
  if (found.impact === 'build-error' && !found.isSecond) return found;
  return unfilledIn(renderedMatchesOf(app), owner, slot);
}

function unfilledIn(
  matches: RouteMatches,
  owner: Segment,
  slot: SlotName,
): UnfilledSlot | undefined {
  const found = matches.derive(findUnfilled).get(slotPath({ owner, slot }));
  return found && worstOf(found);
}

/** The routes of one slot by what happens there. */
interface UnfilledUrls {
  readonly urls: Readonly<Record<UnfilledSlot['impact'], Set<string>>>;
  /** Whether `next build` rejects the slot whatever its URLs. */
  refused: boolean;
  /** Whether it fails over the slot at some URL. */
  failsBuild: boolean;
}

/** Goes once through all that the matcher says, so that asking about a slot costs nothing. */
function findUnfilled(matches: RouteMatches): ReadonlyMap<string, UnfilledUrls> {
  const unfilled = new Map<string, UnfilledUrls>();
  const unfilledAt = (gap: Gap) => remembered(unfilled, slotPath(gap), newUnfilled);

  for (const { route, gaps } of matches.missing) {
    for (const gap of gaps) {
      const found = unfilledAt(gap);
      found.urls['build-error'].add(route);
      found.failsBuild = true;
    }
  }
  const strict = matches.semantics.routeMatching === 'strict';
  for (const gap of matches.missingDefaults) unfilledAt(gap).refused = true;
  const ofSlotsAlone = urlsOfCatchAllSlots(matches);
  for (const { url, outcome, slotOutcome, gaps } of matches.routes) {
    // Files at odds fail the build there, which is reported; what a slot lacks then shows later.
    if (outcome === 'build-error' && slotOutcome !== outcome) continue;
    // Nobody asked for the URL: not-found is the right answer, but not a build that fails.
    if (
      slotOutcome !== 'build-error' &&
      ofSlotsAlone.has(url) &&
      gaps.some(({ slot }) => slot === 'children')
    )
      continue;
    for (const gap of gaps) {
      const found = unfilledAt(gap);
      const impact = slotOutcome === 'ok' ? 'silent' : slotOutcome;
      found.urls[found.refused ? 'build-error' : impact].add(url);
      // Strict matching asks for every slot; otherwise `refused` says which one the build fails over.
      found.failsBuild ||= strict && impact === 'build-error';
    }
  }
  return unfilled;
}

function newUnfilled(): UnfilledUrls {
  return {
    urls: { 'build-error': new Set(), 'not-found': new Set(), silent: new Set() },
    refused: false,
    failsBuild: false,
  };
}

function worstOf({ urls, refused, failsBuild }: UnfilledUrls): UnfilledSlot {
  const impact =
    refused || urls['build-error'].size > 0
      ? 'build-error'
      : urls['not-found'].size > 0
        ? 'not-found'
        : 'silent';
  const isSecond = impact === 'build-error' && !refused && !failsBuild;
  return { impact, urls: [...urls[impact]].sort(), isSecond };
}
