import { boundaryOptions, boundaryProblems } from './shared/boundary/boundary-problems.js';
import { defineCheck } from './engine/check.js';

/** While a page of a slot loads, its siblings need not wait. */
export const requireSlotLoading = defineCheck({
  name: 'require-slot-loading',
  description:
    'Require a loading file for every slot, so that slow data does not block the rest of the layout',
  presets: {
    recommended: { severity: 'warning', options: { only: 'async' } },
    strict: 'error',
  },
  messages: {
    missing: {
      message: '`{{slot}}` has no loading file: while {{pages}} loads, {{consequence}}.',
      help: 'Create `{{file}}`{{how}}.',
    },
    misspelled: {
      message:
        '`{{slot}}` has no loading file: Next.js ignores `{{name}}`, because file names are case-sensitive.',
      help: 'Rename it to `{{file}}`.',
    },
    default: {
      message:
        'A loading file in `{{slot}}` does not wrap its default: while `{{default}}` loads, {{consequence}}.',
      help: 'Wrap its slow part in `<Suspense>`, or create `{{owners}}`.',
    },
  },
  options: boundaryOptions,
  fixable: true,
  hasSuggestions: true,
  run: (context) => boundaryProblems('loading', context, () => 'the whole page waits'),
});
