import * as v from 'valibot';
import type { App } from '../app.js';
import { scaffoldEmptyPage } from '../edits/scaffold.js';
import type { CreateFile } from '../edits/edit.js';
import { slotUse } from './shared/layout/slot-use.js';
import { lingeringSlots, type LingeringSlot } from '../next/navigation/lingering-slots.js';
import { matchesOf } from '../next/matches-of.js';
import type { Segment, SegmentPath } from '../routes/route-tree.js';
import { folderOf } from '../routes/walk.js';
import { anchorOf, atSlot } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import { markerOf } from './shared/interception/interceptions.js';
import { closingPages } from './shared/interception/closing-pages.js';
import { urlOf } from './shared/page-urls.js';
import { listCodes, listUrls } from './engine/print-list.js';
import { howToCreate, scaffoldOptions, styleModel } from './shared/new-files.js';

/** A modal that stays open after navigating elsewhere. */
export const noLingeringModal = defineCheck({
  name: 'no-lingering-modal',
  description: 'Require the modal of an intercepting route to close after navigating elsewhere',
  presets: {
    recommended: { severity: 'warning', options: { only: 'fixable' } },
    strict: 'warning',
  },
  messages: {
    lingers: {
      message: '{{modal}} open after navigating to {{urls}}: `{{slot}}` has no page there.',
      help: '{{help}}',
    },
  },
  options: v.strictObject({
    only: v.optional(
      v.pipe(
        v.picklist(['fixable']),
        v.description(
          "`fixable` reports a slot only if new pages close the modal and change nothing else. A slot without any page is reported only if the modal also stays open at URLs other than its layout's own.",
        ),
      ),
    ),
    scaffold: scaffoldOptions.scaffold,
  }),
  fixable: true,
  *run(context) {
    const { app, segment: owner, options } = context;
    if (owner.slots.length === 0) return;
    const lingering = lingeringSlots(matchesOf(app));
    for (const slot of owner.slots) {
      const found = lingering.get(slot);
      if (!found) continue;
      const file = anchorOf(owner, slot);
      if (file === undefined || !context.isTarget(file)) continue;
      // What is never rendered never opens.
      if (slotUse(app, owner, slot.name.value) === 'never') continue;
      const edits = closingEdits(app, slot, styleModel(slot, file));
      if (options.only === 'fixable' && (edits.length === 0 || isOnlyAtHome(context, found)))
        continue;
      yield {
        messageId: 'lingers',
        impact: 'silent',
        ...atSlot(app, file, slot),
        urls: found.urls,
        edits,
        data: {
          modal: describeModal(slot, found.interceptions),
          slot: slot.name.raw,
          urls: listUrls(found.urls),
          help: helpFor(slot, edits, options.scaffold),
        },
      };
    }
  },
});

/**
 * Whether a modal stays at its owner's own URL alone, over a slot without any page: most often the page that
 * it was opened from, which nobody links to from there.
 */
function isOnlyAtHome(at: SegmentPath, { slot, urls }: LingeringSlot): boolean {
  const home = urlOf(at);
  return urls.every((url) => url === home) && !hasOrdinaryPage(slot);
}

function hasOrdinaryPage({ files, folders }: Segment): boolean {
  if (files.page !== undefined) return true;
  return folders.some((folder) => folder.name.kind !== 'intercepting' && hasOrdinaryPage(folder));
}

/** The empty pages that close a slot: all of them or none, since one without the other would not do. */
function closingEdits(app: App, slot: Segment, like: string): readonly CreateFile[] {
  const folders = closingPages(app, slot.path);
  const edits = folders.flatMap((folder) => scaffoldEmptyPage(app, folder, like) ?? []);
  return edits.length === folders.length ? edits : [];
}

/** What stays open, with its verb. */
function describeModal(slot: Segment, routes: readonly string[]): string {
  const [route = ''] = routes;
  if (routes.length > 1) return `The modals of \`${slot.name.raw}\` stay`;
  const marker = markerOf(route) ?? '';
  return `The modal opened by \`${route.slice(route.indexOf(marker))}\` stays`;
}

function helpFor(slot: Segment, edits: readonly CreateFile[], scaffolds: boolean): string {
  if (edits.length === 0) {
    return 'Render the modal only while `usePathname()` returns its URL.';
  }
  const paths = edits.map(({ file }) => file.slice(slot.path.length - slot.name.raw.length));
  // ESLint makes no folders, and one of two pages would not do.
  const scaffold = scaffolds && edits.every(({ file }) => folderOf(file) === slot.path);
  const verb = paths.length === 1 ? 'returns' : 'return';
  return `Create ${listCodes(paths)} that ${verb} \`null\`${howToCreate(edits[0], scaffold)}.`;
}
