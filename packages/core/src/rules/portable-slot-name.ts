import { matchesOf } from '../next/matches-of.js';
import { atSlot, slotsToCheck } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import { proposeSlotName } from './shared/name/propose-slot-name.js';
import { compilesWithWebpack } from '../next/slot-name.js';

/** Names that the app's own bundler takes and the other does not. */
export const portableSlotName = defineCheck({
  name: 'portable-slot-name',
  description: 'Disallow slot names that only Turbopack can build',
  presets: { strict: 'warning' },
  messages: {
    turbopackOnly: {
      message:
        '`{{slot}}` builds only with Turbopack: with webpack, `next build` fails with "Module parse failed".',
      help: 'Rename it to `{{name}}`.',
    },
  },
  hasSuggestions: true,
  *run(context) {
    const { app, segment: owner } = context;
    for (const { slot, file } of slotsToCheck(context)) {
      const { value } = slot.name;
      if (value === '' || compilesWithWebpack(value)) continue;
      // Where the app is built with webpack, valid-slot-name reports the name as the error it is.
      if (matchesOf(app).semantics.slotNames === 'identifiers') continue;
      const { name, suggestions } = proposeSlotName(app, owner, slot);
      yield {
        messageId: 'turbopackOnly',
        impact: 'future',
        ...atSlot(app, file, slot),
        data: { slot: slot.name.raw, name },
        suggestions,
      };
    }
  },
});
