import { matchesOf } from '../next/matches-of.js';
import { addDirective } from '../edits/add-directive.js';
import type { Segment } from '../routes/route-tree.js';
import { filePath } from '../routes/walk.js';
import {
  boundaryOptions,
  boundaryProblems,
  replacesLayout,
} from './shared/boundary/boundary-problems.js';
import { defineCheck, type CheckContext, type Problem } from './engine/check.js';
import { isScript } from '../routes/is-script.js';
import { slotAround } from './shared/slot-around.js';

/** When a page of a slot throws, its siblings can live on. */
export const requireSlotError = defineCheck({
  name: 'require-slot-error',
  description: 'Require an error boundary for every slot, so that an error stays inside its slot',
  presets: {
    recommended: { severity: 'warning', options: { only: 'async' } },
    strict: 'error',
  },
  messages: {
    missing: {
      message: '`{{slot}}` has no error file: if {{pages}} throws, {{consequence}}.',
      help: 'Create `{{file}}`{{how}}.',
    },
    misspelled: {
      message:
        '`{{slot}}` has no error file: Next.js ignores `{{name}}`, because file names are case-sensitive.',
      help: 'Rename it to `{{file}}`.',
    },
    default: {
      message:
        'An error file in `{{slot}}` does not wrap its default: if `{{default}}` throws, {{consequence}}.',
      help: 'Catch the error there, or create `{{owners}}`.',
    },
    notClient: {
      message: 'This error file must be a Client Component, or `next build` fails.',
      help: "Add `'use client'` at the top.",
    },
    noComponent: {
      message:
        'This error file has no default export that is a React component, so `next build` fails.',
      help: 'Export a component by default.',
    },
  },
  options: boundaryOptions,
  fixable: true,
  hasSuggestions: true,
  *run(context) {
    const { app, ancestors, segment } = context;
    yield* boundaryProblems('error', context, () => {
      const root = ancestors[0] ?? segment;
      return root.files['global-error'] === undefined
        ? `"${matchesOf(app).semantics.errorPage}" replaces the whole page`
        : replacesLayout(root, 'global-error');
    });
    yield* brokenBoundary(context);
  },
});

/** What keeps an error file that replaces a slot from being a boundary. */
function* brokenBoundary(
  context: CheckContext<unknown>,
): Generator<Problem<'notClient' | 'noComponent'>> {
  const { app, segment } = context;
  const file = filePath(segment, 'error');
  if (file === undefined || !isScript(file) || !context.isTarget(file)) return;
  const place = slotAround(context);
  if (!place && !hasSlots(segment)) return;
  const facts = app.sources.facts(file);
  if (!facts || facts.partial) return;
  if (!facts.directives.includes('use client')) {
    yield {
      messageId: 'notClient',
      impact: 'build-error',
      file,
      ...place,
      edits: [addDirective(app, file, 'use client')],
    };
  }
  if (!facts.defaultExport || facts.defaultExport.kind === 'other') {
    yield {
      messageId: 'noComponent',
      impact: 'build-error',
      file,
      range: facts.defaultExport?.range,
      ...place,
    };
  }
}

function hasSlots(segment: Segment): boolean {
  return segment.files.layout !== undefined && segment.slots.length > 0;
}
