import type { App } from '../../app.js';
import type { TextRange } from '../../source/text-range.js';
import { conventionFiles } from '../../routes/convention-files.js';
import type { Segment } from '../../routes/route-tree.js';
import { filePath, holds } from '../../routes/walk.js';
import type { CheckContext, Problem } from './check.js';

/**
 * The one file at which problems of an owner and its slots are reported, so that none is reported
 * twice: the owner's layout, else its page, else the first convention file of the slot.
 *
 * @returns undefined where the slot holds no convention file at all: then Next.js sees no slot either.
 */
export function anchorOf(owner: Segment, slot: Segment): string | undefined {
  return filePath(owner, 'layout') ?? filePath(owner, 'page') ?? firstConventionFile(slot);
}

/** The first convention file at or below a segment: its own first, then its folders' by name. */
export function firstConventionFile(segment: Segment): string | undefined {
  const own = ownFile(segment);
  if (own !== undefined) return own;
  for (const folder of segment.folders) {
    const file = firstConventionFile(folder);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** The layout or page of a folder, else its first convention file. */
export function ownFile(segment: Segment): string | undefined {
  const convention = conventionFiles.find((each) => segment.files[each] !== undefined);
  return convention && filePath(segment, convention);
}

/** Where a problem is reported: what {@link Problem} says of that. */
type Place = Pick<Problem<string>, 'file' | 'range' | 'slot'>;

/**
 * A problem of a slot, reported in its anchor: at the slot's prop where the component declares it, else
 * at the component's name.
 */
export function atSlot(app: App, anchor: string, { name }: Segment): Place {
  return { file: anchor, range: propRange(app, anchor, name.value), slot: name.raw };
}

/** The same for the implicit `children` slot, which has no folder of its own. */
export function atChildren(app: App, anchor: string): Place {
  return { file: anchor, range: propRange(app, anchor, 'children'), slot: 'children' };
}

/** A problem of a whole file, reported at the name of its default export. */
export function atDefaultExport(app: App, file: string): Place {
  return { file, range: app.sources.facts(file)?.defaultExport?.nameRange };
}

function propRange(app: App, anchor: string, prop: string): TextRange | undefined {
  const facts = app.sources.facts(anchor);
  const declared = facts?.component?.props.find(({ name }) => name === prop);
  return declared?.range ?? facts?.defaultExport?.nameRange;
}

/** A slot of a segment and where its problems are reported. */
export interface SlotToCheck {
  readonly slot: Segment;
  /** The anchor, relative to the app directory. */
  readonly file: string;
}

/**
 * The named slots of a segment, as far as findings at their anchors are asked for. A folder without
 * any page or default is no slot to Next and left out.
 */
export function* slotsToCheck(context: CheckContext<unknown>): Generator<SlotToCheck> {
  for (const slot of context.segment.slots) {
    const file = anchorOf(context.segment, slot);
    if (file !== undefined && context.isTarget(file) && hasContent(slot)) yield { slot, file };
  }
}

/** Whether a folder holds a page or default file at any depth. */
export function hasContent(segment: Segment): boolean {
  return holds(segment, ({ files }) => files.page !== undefined || files.default !== undefined);
}
