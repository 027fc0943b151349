import type { App } from '../../app.js';
import type { TextRange } from '../../source/text-range.js';
import { conventionFiles } from '../../routes/convention-files.js';
import type { Segment } from '../../routes/route-tree.js';
import { filePath } from '../../routes/walk.js';

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
  for (const convention of conventionFiles) {
    const file = filePath(segment, convention);
    if (file !== undefined) return file;
  }
  for (const folder of segment.folders) {
    const file = firstConventionFile(folder);
    if (file !== undefined) return file;
  }
  return undefined;
}

/**
 * Where in its anchor a slot is pointed at: the slot's prop where the component declares it, else the
 * component's name.
 *
 * @returns undefined where the anchor's source says neither.
 */
export function slotRange(app: App, anchor: string, slot: Segment): TextRange | undefined {
  return propRange(app, anchor, slot.name.value);
}

/** The same for a slot by its prop: `children` has no folder of its own. */
export function propRange(app: App, anchor: string, prop: string): TextRange | undefined {
  const facts = app.sources.facts(anchor);
  const declared = facts?.component?.props.find(({ name }) => name === prop);
  return declared?.range ?? facts?.defaultExport?.nameRange;
}
