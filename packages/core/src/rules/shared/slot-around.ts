import { isNamedSlotName } from '../../routes/parse-segment-name.js';
import type { Segment, SegmentPath } from '../../routes/route-tree.js';

/** A named slot and the folder that holds it, as problems name them. */
export interface SlotAround {
  /** `@team`. */
  readonly slot: string;
  readonly owner: Segment;
}

/** The innermost named slot that a segment is or lies in. */
export function slotAround({ segment, ancestors }: SegmentPath): SlotAround | undefined {
  let slot = segment;
  // From the inside out, since most segments are in no slot: nothing is allocated for them.
  for (let depth = ancestors.length - 1; depth >= 0; depth -= 1) {
    const owner = ancestors[depth];
    if (!owner) break;
    if (isNamedSlotName(slot.name)) return { slot: slot.name.raw, owner };
    slot = owner;
  }
  return undefined;
}
