import { conventionFiles } from '../routes/convention-files.js';
import { semanticsFor } from '../next/versions/next-semantics.js';
import { addDirective } from '../edits/add-directive.js';
import type { Segment } from '../routes/route-tree.js';
import { filePath } from '../routes/walk.js';
import { boundaryOptions, boundaryProblems } from './shared/boundary-problems.js';
import { defineCheck, type CheckContext, type Problem } from './engine/check.js';
import { isScript } from '../routes/is-script.js';
import { slotAround } from './shared/slot-place.js';
import { boundaryAround } from './shared/slot-boundary.js';

/** When a page of a slot throws, its siblings can live on. */
export const requireSlotError = defineCheck({
  name: 'require-slot-error',
  description:
    'Require an error boundary for every slot, so that a failing one takes nothing along',
  presets: {
    recommended: { severity: 'warning', options: { only: 'async' } },
    strict: 'error',
  },
  messages: {
    missing: {
      message:
        'Slot {{slot}} of {{segment}} has no error file: when {{pages}} throws, {{consequence}}.',
      help: 'Create {{file}} {{how}}.',
    },
    misspelled: {
      message:
        'Slot {{slot}} of {{segment}} has no error file: Next does not see {{name}}, since letter case counts. When {{pages}} throws, {{consequence}}.',
      help: 'Rename it to {{file}}.',
    },
    default: {
      message:
        'When {{default}} throws, {{consequence}}: files in {{slot}} do not wrap its default.',
      help: 'Catch the error there, or create {{owners}}, which Next shows inside each slot.',
    },
    notClient: {
      message:
        '{{file}} is no error boundary: it has to be a Client Component, or the build fails.',
      help: "Put 'use client' at its top.",
    },
    noComponent: {
      message:
        '{{file}} is no error boundary: it exports no component by default, so Next has nothing to show when the slot throws.',
      help: 'Export one.',
    },
  },
  options: boundaryOptions,
  fixable: true,
  hasSuggestions: true,
  anchors: conventionFiles,
  segments: 'all',
  *run(context) {
    yield* boundaryProblems('error', context, (owner) => {
      if (owner.segment.files.error !== undefined) return 'the slot has nothing of its own to show';
      const around = boundaryAround('error', owner) ?? globalError(owner);
      if (around === undefined) {
        return `the whole page is replaced by "${semanticsFor(context.app.next).errorPage}"`;
      }
      return `${around} replaces the whole layout, the other slots included`;
    });
    yield* brokenBoundary(context);
  },
});

function globalError({ ancestors, segment }: CheckContext<unknown>): string | undefined {
  return filePath(ancestors[0] ?? segment, 'global-error');
}

/** What keeps an error file that stands in for a slot from being a boundary. */
function* brokenBoundary(
  context: CheckContext<unknown>,
): Generator<Problem<'notClient' | 'noComponent'>> {
  const { app, segment } = context;
  const file = filePath(segment, 'error');
  if (file === undefined || !isScript(file) || !context.wants(file)) return;
  const place = slotAround(context);
  if (!place && !hasSlots(segment)) return;
  const facts = app.sources.facts(file);
  if (!facts || facts.partial) return;
  const about = place && { slot: place.slot.name.raw, owner: place.owner };
  if (!facts.directives.includes('use client')) {
    yield {
      messageId: 'notClient',
      impact: 'build-error',
      file,
      ...about,
      data: { file },
      edits: [addDirective(app, file, 'use client')],
    };
  }
  if (!facts.defaultExport || facts.defaultExport.kind === 'other') {
    yield {
      messageId: 'noComponent',
      impact: 'build-error',
      file,
      range: facts.defaultExport?.range,
      ...about,
      data: { file },
    };
  }
}

function hasSlots(segment: Segment): boolean {
  return segment.files.layout !== undefined && segment.slots.length > 0;
}
