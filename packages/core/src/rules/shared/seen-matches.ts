import type { App } from '../../app.js';
import { matchesOf } from '../../next/matches-of.js';
import { withLayouts } from '../../next/match-routes.js';
import type { RouteMatches } from '../../next/route-matches.js';
import type { RendersSlot } from '../../next/slots.js';
import { slotUse } from './slot-use.js';

const known = new WeakMap<App, RouteMatches>();

/** The matches of an app with what its layouts do with their slots: made when first asked for. */
export function seenMatchesOf(app: App): RouteMatches {
  let seen = known.get(app);
  if (!seen) known.set(app, (seen = withLayouts(matchesOf(app), rendersSlotOf(app))));
  return seen;
}

/** Answers for each slot of an app once, since many URLs pass through the same layouts. */
function rendersSlotOf(app: App): RendersSlot {
  const answers = new Map<string, boolean>();
  return (owner, slot) => {
    const key = `${owner.path}/${slot}`;
    let renders = answers.get(key);
    if (renders === undefined) {
      renders = slotUse(app, owner, slot.replace(/^@/u, '')) !== 'never';
      answers.set(key, renders);
    }
    return renders;
  };
}
