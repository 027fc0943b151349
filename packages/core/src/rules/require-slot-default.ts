import * as v from 'valibot';
import { slotName } from '../next/slots.js';
import { anchorOf, atSlot, firstConventionFile, hasContent } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import { missingDefaultMessages, missingDefaultProblem } from './shared/default/missing-default.js';
import {
  impactOnNextRoute,
  withNextRoute,
  type AppWithNextRoute,
} from './shared/default/next-route.js';
import { scaffoldOptions } from './shared/new-files.js';
import { unfilledSlot } from './shared/default/unfilled-slot.js';

/** A slot needs a default file where some URL leaves it empty, today or with the next route beside it. */
export const requireSlotDefault = defineCheck({
  name: 'require-slot-default',
  description: 'Require a default file in every slot',
  presets: { recommended: 'error', strict: 'error' },
  messages: missingDefaultMessages,
  options: v.strictObject(scaffoldOptions),
  fixable: true,
  hasSuggestions: true,
  segments: 'slot-owners',
  *run({ app, segment: owner, ancestors, options, isTarget }) {
    // Matched once for all slots of the owner.
    let next: AppWithNextRoute | undefined;
    for (const slot of owner.slots) {
      // What a folder holds that cannot be read is not known; `readable-route-folders` reports it.
      if (slot.files.default !== undefined || slot.error !== undefined) continue;
      const name = slotName(slot.name.value);
      const unfilled = unfilledSlot(app, owner, name);
      // Folders without any page, as templates have them that are copied into an app, are no routes.
      if (!unfilled && !hasContent(owner)) continue;
      // Next.js 16.0 to 16.3 rejects even a slot folder that holds nothing (oracle tree emptySlot).
      const file = anchorOf(owner, slot) ?? (unfilled && firstConventionFile(owner));
      if (file === undefined || !isTarget(file)) continue;
      let severity: 'warning' | undefined;
      if (!unfilled) {
        next ??= withNextRoute(app, { segment: owner, ancestors });
        const impact = impactOnNextRoute(next, name);
        if (impact === undefined) continue;
        // A route that is added to an app that works can break a build for all others.
        severity = impact === 'build-error' ? undefined : 'warning';
      }
      const missing = { owner, slot: name, folder: slot, like: file, unfilled };
      yield {
        severity,
        ...atSlot(app, file, slot),
        ...missingDefaultProblem(app, missing, options),
      };
    }
  },
});
