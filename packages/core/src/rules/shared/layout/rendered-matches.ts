import type { App } from '../../../app.js';
import { matchesOf } from '../../../next/matches-of.js';
import { withLayouts } from '../../../next/match-routes.js';
import type { RouteMatches, SlotName } from '../../../next/route-matches.js';
import type { RendersSlot } from '../../../next/slots.js';
import { walkSegments } from '../../../routes/walk.js';
import { remembered } from '../../../remembered.js';
import { once } from '../../../once.js';
import { urlsWithConfigConflict } from '../segment-configs.js';
import { slotUse } from './slot-use.js';

/** What is known of one app. */
interface Seen {
  readonly rendered: () => RouteMatches;
  readonly shown: () => RouteMatches;
}

/** Several checks ask: without it, a check of an app of 2,000 URLs takes 3.0 s of CPU instead of 2.0 s. */
const cache = new WeakMap<App, Seen>();

/** The matches of an app with what its layouts do with their slots: made when first asked for. */
export function renderedMatchesOf(app: App): RouteMatches {
  return seenIn(app).rendered();
}

/** The same for users, who see also where the build fails over what the pages of a URL export. */
export function shownMatchesOf(app: App): RouteMatches {
  return seenIn(app).shown();
}

function seenIn(app: App): Seen {
  return remembered(cache, app, () => {
    const matches = matchesOf(app);
    const renders = rendersSlotOf(app);
    // Most questions are about what slots show, and not about what becomes of a URL.
    const refused = once(() => urlsWithConfigConflict(app));
    const shown = once(() => withLayouts(matches, renders, (url) => refused().has(url)));
    return { rendered: once(() => withLayouts(matches, renders)), shown };
  });
}

/** Answers for each slot of an app once, since many URLs pass through the same layouts. */
function rendersSlotOf(app: App): RendersSlot {
  const answers = new Map<string, boolean>();
  return (owner, slot) =>
    remembered(
      answers,
      `${owner.path}/${slot}`,
      () => slotUse(app, owner, slot.replace(/^@/u, '')) !== 'never',
    );
}

/** A slot that the layout of its folder never renders. */
export interface UnrenderedSlot {
  /** The folder relative to the app directory; `''` is the app directory itself. */
  readonly owner: string;
  readonly slot: SlotName;
}

/**
 * The slots that their layouts never render: all that {@link renderedMatchesOf} reads from source files, for
 * those who match the same app elsewhere, or in another Next.js version.
 */
export function unrenderedSlots(app: App): readonly UnrenderedSlot[] {
  const renders = rendersSlotOf(app);
  return Array.from(walkSegments(app.tree)).flatMap(({ segment }) => {
    if (segment.files.layout === undefined) return [];
    const named = segment.slots.map(({ name }): SlotName => `@${name.value}`);
    return (['children', ...named] as const)
      .filter((slot) => !renders(segment, slot))
      .map((slot) => ({ owner: segment.path, slot }));
  });
}
