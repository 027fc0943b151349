import { matchesOf } from '../next/matches-of.js';
import type { RouteMatches, SlotFill } from '../next/route-matches.js';
import type { Segment } from '../routes/route-tree.js';
import { filePath, holdsInterceptions, joinPath } from '../routes/walk.js';
import { atSlot, slotsToCheck } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import { urlOf } from './shared/page-urls.js';

/** A catch-all takes the URLs below a layout, not the layout's own: there its content stays and goes. */
export const requireSlotIndex = defineCheck({
  name: 'require-slot-index',
  description: "Require a page for the layout's own URL in slots with a catch-all page",
  presets: { strict: 'warning' },
  messages: {
    missing: {
      message:
        '`{{slot}}` has pages only below `{{url}}`: a soft navigation to `{{url}}` keeps the old page, a hard navigation renders the default.',
      help: 'Create `{{page}}`.',
    },
  },
  *run(context) {
    const { app, segment: owner } = context;
    if (owner.files.layout === undefined) return;
    for (const { slot, file } of slotsToCheck(context)) {
      const catchAll = catchAllOf(slot);
      // A slot of modals is empty but for them, and no-lingering-modal knows where they stay.
      if (catchAll === undefined || holdsInterceptions(slot)) continue;
      const url = urlOf(context);
      if (url === undefined || !fallsBack(matchesOf(app), owner, slot, url, catchAll)) continue;
      yield {
        messageId: 'missing',
        impact: 'silent',
        ...atSlot(app, file, slot),
        urls: [url],
        data: {
          slot: slot.name.raw,
          url,
          page: joinPath(slot.path, catchAll.slice(catchAll.lastIndexOf('/') + 1)),
        },
      };
    }
  },
});

/** The page of a catch-all that stands right in a slot, or in a route group of it. */
function catchAllOf({ folders }: Segment): string | undefined {
  for (const folder of folders) {
    const { kind } = folder.name;
    const found = kind === 'catch-all' ? filePath(folder, 'page') : undefined;
    const inGroup = kind === 'group' ? catchAllOf(folder) : undefined;
    if (found !== undefined || inGroup !== undefined) return found ?? inGroup;
  }
  return undefined;
}

/** Whether a slot shows its default at one URL and the catch-all at another. */
function fallsBack(
  { routes }: RouteMatches,
  owner: Segment,
  slot: Segment,
  url: string,
  catchAll: string,
): boolean {
  const fillAt = (slots: readonly SlotFill[]) =>
    slots.find((fill) => fill.segment === `/${owner.path}` && fill.slot === slot.name.raw);
  const own = routes.find((route) => route.url === url);
  if (own?.kind !== 'page' || own.slotOutcome !== 'ok') return false;
  if (fillAt(own.slots)?.fill !== 'default') return false;
  return routes.some(
    ({ slotOutcome, slots }) => slotOutcome === 'ok' && fillAt(slots)?.file === catchAll,
  );
}
