import * as v from 'valibot';
import { conventionFiles } from '../routes/convention-files.js';
import { anchorOf, firstConventionFile, slotRange } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import {
  causeOf,
  consequenceOf,
  describeMissingDefault,
  pagesAt,
} from './shared/missing-default.js';
import { breaksNextRoute } from './shared/next-route.js';
import { scaffoldOptions } from './shared/scaffold-options.js';
import { hasContent } from './engine/slots-to-check.js';
import { troubleOf } from './shared/slot-trouble.js';

/** A slot needs a default file where some URL leaves it empty, today or with the next route beside it. */
export const requireSlotDefault = defineCheck({
  name: 'require-slot-default',
  description: 'Require a default file in every slot',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    missing: { message: '{{consequence}}', help: '{{help}}' },
    misspelled: {
      message: 'Next.js ignores `{{name}}`: file names are case-sensitive. {{effect}}.',
      help: 'Rename it to `{{file}}`.',
    },
    brokenLink: {
      message: '`{{file}}` is a broken symbolic link. {{effect}}.',
      help: 'Fix or delete it.',
    },
    notAFile: {
      message: '`{{file}}` is not a regular file. {{effect}}.',
      help: 'Rename or remove it.',
    },
  },
  options: v.strictObject(scaffoldOptions),
  fixable: true,
  hasSuggestions: true,
  anchors: conventionFiles,
  segments: 'slot-owners',
  *run({ app, segment: owner, ancestors, options, wants }) {
    for (const slot of owner.slots) {
      // What a folder holds that cannot be read is not known; `readable-route-folders` says so.
      if (slot.files.default !== undefined || slot.error !== undefined) continue;
      const trouble = troubleOf(app, owner, `@${slot.name.value}`);
      // Folders without any page, as templates have them that are copied into an app, are no routes.
      if (!trouble && !hasContent(owner)) continue;
      // Next 16.0 to 16.3 refuse even a slot folder that holds nothing (oracle tree emptySlot).
      const file = anchorOf(owner, slot) ?? (trouble && firstConventionFile(owner));
      if (file === undefined || !wants(file)) continue;
      if (!trouble && !breaksNextRoute(app, { segment: owner, ancestors }, slot)) continue;
      const gap = { owner, slot: `@${slot.name.value}` } as const;
      const { data, ...fix } = describeMissingDefault(
        app,
        { folder: slot, label: slot.name.raw, like: file, owner, trouble },
        options,
      );
      yield {
        impact: trouble?.impact ?? 'future',
        file,
        range: slotRange(app, file, slot),
        slot: slot.name.raw,
        urls: trouble?.urls ?? [],
        cause: causeOf(gap),
        related: () => pagesAt(app, trouble?.urls ?? []),
        data: {
          ...data,
          ...consequenceOf(app, gap, trouble),
        },
        ...fix,
      };
    }
  },
});
