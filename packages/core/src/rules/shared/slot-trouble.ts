import type { App } from '../../app.js';
import { matchesOf } from '../../next/matches-of.js';
import { urlsOfCatchAllSlots } from '../../next/queries/slots-alone.js';
import type { Gap, RouteMatches, SlotName } from '../../next/route-matches.js';
import { seenMatchesOf } from './seen-matches.js';
import type { Segment } from '../../routes/route-tree.js';
import type { Impact } from '../engine/finding.js';

/** What Next makes of a slot that nothing fills. */
export interface SlotTrouble {
  /** The worst that happens at any URL. */
  readonly impact: Exclude<Impact, 'future'>;
  /** The routes at which that happens, as Next prints them, sorted. */
  readonly urls: readonly string[];
  /** Whether `next build` fails there over another slot, and this one would be not-found after that. */
  readonly isSecond: boolean;
}

/** The troubles of one owner, by slot. */
type OwnTroubles = ReadonlyMap<SlotName, SlotTrouble>;

/**
 * What becomes of a slot that has neither page nor default somewhere.
 *
 * Where the owner's layout never renders the slot, Next.js never gets to the not-found that would stand
 * there; a build error comes whatever the layout does. So the layouts are looked at only where that
 * decides.
 *
 * @returns undefined where it is filled at every URL, or where Next does not mind.
 */
export function troubleOf(app: App, owner: Segment, slot: SlotName): SlotTrouble | undefined {
  const trouble = troubleIn(matchesOf(app), owner, slot);
  if (trouble === undefined) return undefined;
  if (trouble.impact === 'build-error' && !trouble.isSecond) return trouble;
  return troubleIn(seenMatchesOf(app), owner, slot);
}

function troubleIn(matches: RouteMatches, owner: Segment, slot: SlotName): SlotTrouble | undefined {
  return matches.derive(findTroubles).get(owner)?.get(slot);
}

/** The routes of one slot by what happens there. */
interface Trouble {
  readonly urls: Readonly<Record<SlotTrouble['impact'], Set<string>>>;
  /** Whether `next build` refuses the slot whatever its URLs. */
  refused: boolean;
  /** Whether it fails over the slot at some URL. */
  failsBuild: boolean;
}

/** Goes once through all that the matcher says, so that asking about a slot costs nothing. */
function findTroubles(matches: RouteMatches): ReadonlyMap<Segment, OwnTroubles> {
  const troubles = new Map<Segment, Map<SlotName, Trouble>>();
  const troubleAt = ({ owner, slot }: Gap): Trouble => {
    let ofOwner = troubles.get(owner);
    if (!ofOwner) troubles.set(owner, (ofOwner = new Map<SlotName, Trouble>()));
    let trouble = ofOwner.get(slot);
    if (!trouble) ofOwner.set(slot, (trouble = newTrouble()));
    return trouble;
  };

  for (const { route, gaps } of matches.missing) {
    for (const gap of gaps) {
      const trouble = troubleAt(gap);
      trouble.urls['build-error'].add(route);
      trouble.failsBuild = true;
    }
  }
  const strict = matches.semantics.routeMatching === 'strict';
  for (const gap of matches.missingDefaults) troubleAt(gap).refused = true;
  const ofSlotsAlone = urlsOfCatchAllSlots(matches);
  for (const { url, outcome, gaps } of matches.routes) {
    // Nobody asked for the URL: not-found is the right answer, but not a build that fails.
    if (
      outcome !== 'build-error' &&
      ofSlotsAlone.has(url) &&
      gaps.some(({ slot }) => slot === 'children')
    )
      continue;
    for (const gap of gaps) {
      const trouble = troubleAt(gap);
      const impact = outcome === 'ok' ? 'silent' : outcome;
      trouble.urls[trouble.refused ? 'build-error' : impact].add(url);
      // Strict matching asks for every slot; otherwise `refused` says which one the build fails over.
      trouble.failsBuild ||= strict && impact === 'build-error';
    }
  }
  return new Map(
    [...troubles].map(([owner, slots]) => [
      owner,
      new Map([...slots].map(([slot, trouble]) => [slot, worstOf(trouble)])),
    ]),
  );
}

function newTrouble(): Trouble {
  return {
    urls: { 'build-error': new Set(), 'not-found': new Set(), silent: new Set() },
    refused: false,
    failsBuild: false,
  };
}

function worstOf({ urls, refused, failsBuild }: Trouble): SlotTrouble {
  const impact =
    refused || urls['build-error'].size > 0
      ? 'build-error'
      : urls['not-found'].size > 0
        ? 'not-found'
        : 'silent';
  const isSecond = impact === 'build-error' && !refused && !failsBuild;
  return { impact, urls: [...urls[impact]].sort(), isSecond };
}
