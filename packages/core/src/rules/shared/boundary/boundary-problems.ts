import * as v from 'valibot';
import { scaffold } from '../../../edits/scaffold.js';
import { slotUse } from '../layout/slot-use.js';
import type { ConventionFile } from '../../../routes/convention-files.js';
import type { Segment } from '../../../routes/route-tree.js';
import { filePath, joinPath } from '../../../routes/walk.js';
import { atSlot, slotsToCheck } from '../../engine/anchor.js';
import type { CheckContext, Problem } from '../../engine/check.js';
import { unwrappedDefault } from './unwrapped-default.js';
import { misspelledFile } from '../name/misspelled-file.js';
import { howToCreate, scaffoldOptions, styleModel } from '../new-files.js';
import {
  describePages,
  needs,
  uncoveredPages,
  urlsOf,
  type BoundaryFile,
} from './slot-boundary.js';

/**
 * The options of the checks that ask for a boundary in every slot. The descriptions are printed on
 * their pages.
 */
export const boundaryOptions = v.strictObject({
  inherit: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        '`true` accepts a file next to the layout, which Next.js uses inside each slot, or files further down in the slot for the pages below them. `false` requires a file in every slot folder.',
      ),
    ),
    true,
  ),
  only: v.optional(
    v.pipe(
      v.picklist(['async']),
      v.description(
        '`async` checks only slots with a page that awaits data, and not just `params` and `searchParams`.',
      ),
    ),
  ),
  scaffold: scaffoldOptions.scaffold,
});

type BoundaryContext = CheckContext<v.InferOutput<typeof boundaryOptions>>;

/**
 * One problem for each slot of a segment with a page that no boundary keeps inside it.
 *
 * @param withoutAny - What happens where no file around the layout is a boundary either, as a message says it.
 */
export function* boundaryProblems(
  boundary: BoundaryFile,
  context: BoundaryContext,
  withoutAny: () => string,
): Generator<Problem<'missing' | 'misspelled' | 'default'>> {
  const { app, segment: owner, options } = context;
  // Nothing renders the slots of a folder without a layout: no-orphan-slot reports it.
  if (owner.files.layout === undefined) return;
  for (const { slot, file } of slotsToCheck(context)) {
    // Nobody waits for a slot that is never rendered, and what it throws nobody sees.
    if (slotUse(app, owner, slot.name.value) === 'never') continue;
    const fallback = unwrappedDefault(boundary, app, owner, slot);
    if (fallback !== undefined) {
      yield {
        messageId: 'default',
        impact: 'silent',
        ...atSlot(app, file, slot),
        data: {
          slot: slot.name.raw,
          default: fallback,
          owners: joinPath(owner.path, `${boundary}.tsx`),
          consequence: consequenceOf(boundary, context, withoutAny),
        },
      };
    }
    const pages = uncoveredPages(boundary, context, slot, options.inherit).filter(
      (page) => options.only !== 'async' || needs(boundary, app, page.file),
    );
    if (pages.length === 0) continue;
    yield {
      impact: 'silent',
      ...atSlot(app, file, slot),
      urls: urlsOf(pages),
      ...fixFor(boundary, context, slot, file, {
        slot: slot.name.raw,
        pages: describePages(pages),
        consequence: consequenceOf(boundary, context, withoutAny),
      }),
    };
  }
}

/** What happens to the layout without a boundary in its slot. */
function consequenceOf(
  boundary: BoundaryFile,
  { segment, ancestors }: BoundaryContext,
  withoutAny: () => string,
): string {
  if (segment.files[boundary] !== undefined) {
    return `the slot falls back to the layout's own \`${boundary}\``;
  }
  const around = ancestors.findLast(({ files }) => files[boundary] !== undefined);
  return around ? replacesLayout(around, boundary) : withoutAny();
}

/** What happens where a file of a segment around a layout replaces that. */
export function replacesLayout(around: Segment, convention: ConventionFile): string {
  return `\`${filePath(around, convention) ?? ''}\` replaces the whole layout, including the other slots`;
}

function fixFor(
  boundary: BoundaryFile,
  { app, options }: BoundaryContext,
  slot: Segment,
  anchor: string,
  data: Readonly<Record<string, string>>,
): Pick<Problem<'missing' | 'misspelled'>, 'messageId' | 'data' | 'edits' | 'suggestions'> {
  const misspelled = misspelledFile(slot, boundary, data);
  if (misspelled) return misspelled;
  const edit = scaffold(app, {
    segment: slot,
    convention: boundary,
    like: styleModel(slot, anchor),
    template: boundary,
  });
  return {
    messageId: 'missing',
    data: {
      ...data,
      file: edit?.file ?? joinPath(slot.path, `${boundary}.tsx`),
      how: howToCreate(edit, options.scaffold),
    },
    edits: edit ? [edit] : [],
  };
}
