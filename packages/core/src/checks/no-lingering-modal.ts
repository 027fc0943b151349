import * as v from 'valibot';
import { conventionFiles } from '../tree/convention-files.js';
import type { App } from '../app.js';
import { scaffoldEmptyPage, type EmptyPageRequest } from '../edits/scaffold-empty-page.js';
import type { CreateFile } from '../edits/edit.js';
import { spoils } from '../edits/spoils.js';
import { slotUse } from '../layouts/slot-use.js';
import { catchAllsAt, wouldTakeAll } from '../matching/catch-alls-at.js';
import { lingeringSlots, type LingeringSlot } from '../matching/lingering-slots.js';
import { matchesOf } from '../matching/matches-of.js';
import type { Segment, SegmentPath } from '../tree/route-tree.js';
import { folderOf } from '../tree/walk.js';
import { anchorOf, slotRange } from './anchor.js';
import { defineCheck } from './check.js';
import { printList } from './print-list.js';
import { scaffoldOptions } from './scaffold-options.js';
import { styleModel } from './style-model.js';
import { whoCreates } from './who-creates.js';

/** A modal that stays open when the user moves on. */
export const noLingeringModal = defineCheck({
  name: 'no-lingering-modal',
  description: 'Require that a slot closes its intercepting route when the user moves on',
  presets: { strict: 'warning' },
  messages: {
    lingers:
      'What {{route}} opens in slot {{slot}} of {{segment}} stays open when the user moves on to {{urls}}: a soft navigation keeps a slot that has no page for the new URL. {{wayOut}}',
  },
  options: v.strictObject({ scaffold: scaffoldOptions.scaffold }),
  fixable: true,
  hasSuggestions: false,
  anchors: conventionFiles,
  segments: 'slot-owners',
  *run(context) {
    const { app, segment: owner } = context;
    if (owner.slots.length === 0) return;
    const lingering = lingeringSlots(matchesOf(app));
    for (const slot of owner.slots) {
      const found = lingering.get(slot);
      if (!found) continue;
      const file = anchorOf(owner, slot);
      if (file === undefined || !context.wants(file)) continue;
      // What is never rendered never opens.
      if (slotUse(app, owner, slot.name.value) === 'never') continue;
      const edits = closingPages(app, context, found, styleModel(slot, file));
      const paths = edits.map((edit) => edit.file.slice(slot.path.length - slot.name.raw.length));
      yield {
        messageId: 'lingers',
        impact: 'silent',
        file,
        range: slotRange(app, file, slot),
        slot: slot.name.raw,
        urls: found.urls,
        edits,
        data: {
          route: printList(found.interceptions),
          slot: slot.name.raw,
          segment: `/${owner.path}`,
          urls: printList(found.urls),
          wayOut: wayOut(slot, edits, paths, context.options.scaffold),
        },
      };
    }
  },
});

function wayOut(
  slot: Segment,
  edits: readonly CreateFile[],
  paths: readonly string[],
  scaffolds: boolean,
): string {
  if (edits.length === 0) return 'Give the slot a page that shows nothing there.';
  const pages = edits.length > 1 ? 'pages that show' : 'a page that shows';
  // ESLint makes no folders, and one of two pages would not do.
  const scaffold = scaffolds && edits.every(({ file }) => folderOf(file) === slot.path);
  return `Close it with ${pages} nothing: create ${printList(paths)} ${whoCreates({ edit: edits[0], scaffold })}.`;
}

/**
 * The pages that empty a slot: one for the owner's own URL, which no catch-all takes, and a catch-all
 * for the URLs below it.
 *
 * @returns none where these would not close it everywhere, or would not build.
 */
function closingPages(
  app: App,
  { segment: owner, ancestors }: SegmentPath,
  { slot, urls, ownUrls }: LingeringSlot,
  like: string,
): readonly CreateFile[] {
  // A slot further out, left as it is, keeps what this one shows: nothing in here can change that.
  if (ownUrls.length < urls.length) return [];
  const matches = matchesOf(app);
  const { url, required, optional } = catchAllsAt(matches, [...ancestors, owner]);
  // Beside `[[...name]]` Next allows neither a page nor another catch-all.
  if (optional !== undefined) return [];
  const below = urls.filter((each) => each !== url);
  if (!wouldTakeAll(matches, slot, below)) return [];
  const newFolder = required ?? '[...catchAll]';
  const existing = slot.folders.find((folder) => folder.name.raw === newFolder);
  const catchAll = existing ? { segment: existing, like } : { segment: slot, newFolder, like };
  const wanted: EmptyPageRequest[] = [
    ...(below.length > 0 ? [catchAll] : []),
    ...(urls.includes(url) ? [{ segment: slot, like }] : []),
  ];
  // Where such a page is there already and does not help, another one would not either.
  if (
    wanted.some(({ segment, newFolder: folder }) => !folder && segment.files.page !== undefined)
  ) {
    return [];
  }
  const edits = wanted.flatMap((request) => scaffoldEmptyPage(app, request) ?? []);
  // Where no default of `children` can stand at the new URLs, nothing shows there.
  const hasDefault = [...ancestors, owner].some(({ files }) => files.default !== undefined);
  return hasDefault && spoils(app, edits) ? [] : edits;
}
