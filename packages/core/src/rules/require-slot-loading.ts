import { conventionFiles } from '../routes/convention-files.js';
import { boundaryOptions, boundaryProblems } from './shared/boundary-problems.js';
import { defineCheck } from './engine/check.js';
import { boundaryAround } from './shared/slot-boundary.js';

/** While a page of a slot loads, its siblings need not wait. */
export const requireSlotLoading = defineCheck({
  name: 'require-slot-loading',
  description: 'Require a loading file for every slot, so that a slow one holds up nothing else',
  presets: {
    recommended: { severity: 'warning', options: { only: 'async' } },
    strict: 'error',
  },
  messages: {
    missing: {
      message:
        'Slot {{slot}} of {{segment}} has no loading file: while {{pages}} loads, {{consequence}}.',
      help: 'Create {{file}} {{how}}.',
    },
    misspelled: {
      message:
        'Slot {{slot}} of {{segment}} has no loading file: Next does not see {{name}}, since letter case counts. While {{pages}} loads, {{consequence}}.',
      help: 'Rename it to {{file}}.',
    },
    default: {
      message:
        'While {{default}} loads, {{consequence}}: files in {{slot}} do not wrap its default.',
      help: 'Wrap what it waits for in `<Suspense>`, or create {{owners}}, which Next shows inside each slot.',
    },
  },
  options: boundaryOptions,
  fixable: true,
  hasSuggestions: true,
  anchors: conventionFiles,
  segments: 'slot-owners',
  run: (context) =>
    boundaryProblems('loading', context, (owner) => {
      if (owner.segment.files.loading !== undefined)
        return 'the slot has nothing of its own to show';
      const around = boundaryAround('loading', owner);
      return around === undefined
        ? 'the whole page waits for it'
        : `${around} stands in for the whole layout, the other slots included`;
    }),
});
