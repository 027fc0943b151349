import type { Segment } from '../../routes/route-tree.js';
import { anchorOf } from './anchor.js';
import type { CheckContext } from './check.js';

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
export function hasContent({ files, folders }: Segment): boolean {
  return files.page !== undefined || files.default !== undefined || folders.some(hasContent);
}
