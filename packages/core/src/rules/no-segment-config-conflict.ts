import { matchesOf } from '../next/matches-of.js';
import { atSlot, slotsToCheck } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import { listUrls } from './engine/print-list.js';
import { configConflictsIn, type ConfigExport } from './shared/segment-configs.js';

/** Turbopack merges the segment config of slots that are built together, and cannot merge two values. */
export const noSegmentConfigConflict = defineCheck({
  name: 'no-segment-config-conflict',
  description: 'Disallow conflicting route segment config in slots that are active at the same URL',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    conflict: {
      message:
        '`next build` ({{version}}, Turbopack) fails: at {{url}}, `{{option}}` is {{first}} and {{second}}.',
      help: 'Export the same `{{option}}` from both files.',
    },
  },
  *run(context) {
    const { app } = context;
    const slots = [...slotsToCheck(context)];
    if (slots.length === 0) return;
    const { version } = matchesOf(app).semantics;
    const conflicts = configConflictsIn(app, context.segment);
    for (const { slot, file } of slots) {
      for (const { slot: key, option, own, other, urls } of conflicts) {
        if (key !== slot.name.value) continue;
        yield {
          messageId: 'conflict',
          impact: 'build-error',
          ...atSlot(app, file, slot),
          urls,
          related: () => urls.map((url) => ({ file: other.file, url })),
          data: {
            version,
            url: listUrls(urls.slice(0, 1)),
            option,
            first: describe(other),
            second: describe(own),
          },
        };
      }
    }
  },
});

function describe({ file, value }: ConfigExport): string {
  return `\`${value}\` in \`${file}\``;
}
