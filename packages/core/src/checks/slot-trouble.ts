import type { App } from '../app.js';
import { matchesOf } from '../matching/matches-of.js';
import { urlsOfCatchAllSlots } from '../matching/slots-alone.js';
import type { Gap, RouteMatches, SlotName } from '../matching/route-matches.js';
import type { Segment } from '../tree/route-tree.js';
import type { Impact } from './finding.js';

/** What Next makes of a slot that nothing fills. */
export interface SlotTrouble {
  /** The worst that happens at any URL. */
  readonly impact: Exclude<Impact, 'future'>;
  /** The routes at which that happens, as Next prints them, sorted. */
  readonly urls: readonly string[];
}

/** The troubles of one owner, by slot. */
type OwnTroubles = ReadonlyMap<SlotName, SlotTrouble>;

const known = new WeakMap<RouteMatches, ReadonlyMap<Segment, OwnTroubles>>();

/**
 * What becomes of a slot that has neither page nor default somewhere.
 *
 * @returns undefined where it is filled at every URL, or where Next does not mind.
 */
export function troubleOf(app: App, owner: Segment, slot: SlotName): SlotTrouble | undefined {
  const matches = matchesOf(app);
  let troubles = known.get(matches);
  if (!troubles) known.set(matches, (troubles = findTroubles(matches)));
  return troubles.get(owner)?.get(slot);
}

/** The routes of one slot by what happens there. */
type Record = { readonly [impact in SlotTrouble['impact']]: Set<string> } & { refused: boolean };

/** Goes once through all that the matcher says, so that asking about a slot costs nothing. */
function findTroubles(matches: RouteMatches): ReadonlyMap<Segment, OwnTroubles> {
  const records = new Map<Segment, Map<SlotName, Record>>();
  const recordOf = ({ owner, slot }: Gap): Record => {
    let ofOwner = records.get(owner);
    if (!ofOwner) records.set(owner, (ofOwner = new Map()));
    let record = ofOwner.get(slot);
    if (!record) ofOwner.set(slot, (record = newRecord()));
    return record;
  };

  for (const { route, gaps } of matches.missing) {
    for (const gap of gaps) recordOf(gap)['build-error'].add(route);
  }
  for (const gap of matches.missingDefaults) recordOf(gap).refused = true;
  const ofSlotsAlone = urlsOfCatchAllSlots(matches);
  for (const { url, outcome, gaps } of matches.routes) {
    // Nobody asked for the URL: not-found is the right answer.
    if (ofSlotsAlone.has(url) && gaps.some(({ slot }) => slot === 'children')) continue;
    for (const gap of gaps) {
      const record = recordOf(gap);
      if (record.refused) record['build-error'].add(url);
      else record[outcome === 'ok' ? 'silent' : 'not-found'].add(url);
    }
  }
  return new Map(
    [...records].map(([owner, slots]) => [
      owner,
      new Map([...slots].map(([slot, record]) => [slot, worstOf(record)])),
    ]),
  );
}

function newRecord(): Record {
  return { 'build-error': new Set(), 'not-found': new Set(), silent: new Set(), refused: false };
}

function worstOf(record: Record): SlotTrouble {
  const impact =
    record.refused || record['build-error'].size > 0
      ? 'build-error'
      : record['not-found'].size > 0
        ? 'not-found'
        : 'silent';
  return { impact, urls: [...record[impact]].sort() };
}
