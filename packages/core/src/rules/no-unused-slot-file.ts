import type { Segment } from '../routes/route-tree.js';
import { filePath, holds } from '../routes/walk.js';
import { atDefaultExport } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import { slotAround } from './shared/slot-around.js';

/** The files that Next.js wraps around the pages below them, and not around the slot's default. */
const wrappers = ['layout', 'template', 'loading', 'error'] as const;

/** A layout, template, loading or error file in a slot that wraps no page. */
export const noUnusedSlotFile = defineCheck({
  name: 'no-unused-slot-file',
  description: 'Disallow layout, template, loading and error files in a slot that wrap no page',
  presets: { strict: 'warning' },
  messages: {
    unused: {
      message:
        'Next.js never uses this {{convention}} file: it wraps only pages, and `{{folder}}` contains none.',
      help: 'Delete it, or render it in the default of `{{slot}}`.',
    },
  },
  anchors: wrappers,
  *run(context) {
    const { app, segment, isTarget } = context;
    const found = wrappers.flatMap((convention) => {
      const file = filePath(segment, convention);
      return file === undefined ? [] : [{ convention, file }];
    });
    if (found.length === 0) return;
    const place = slotAround(context);
    if (!place || holdsPage(segment)) return;
    for (const { convention, file } of found) {
      if (!isTarget(file)) continue;
      yield {
        messageId: 'unused',
        impact: 'silent',
        ...atDefaultExport(app, file),
        ...place,
        data: { convention, slot: place.slot, folder: segment.path },
      };
    }
  },
});

/** Whether a page lies in a folder, at any depth. What cannot be read may hold one. */
function holdsPage(segment: Segment): boolean {
  return holds(segment, ({ files, error }) => files.page !== undefined || error !== undefined);
}
