import type { Segment, SegmentPath } from '../../routes/route-tree.js';

/** A named slot and the folder that holds it. */
export interface OwnedSlot {
  readonly slot: Segment;
  readonly owner: Segment;
}

/** The innermost named slot that a segment is or lies in. */
export function slotAround({ segment, ancestors }: SegmentPath): OwnedSlot | undefined {
  let slot = segment;
  // From the inside out, since most segments are in no slot: nothing is allocated for them.
  for (let depth = ancestors.length - 1; depth >= 0; depth -= 1) {
    const owner = ancestors[depth];
    if (!owner) break;
    if (slot.name.kind === 'slot' && slot.name.value !== 'children') return { slot, owner };
    slot = owner;
  }
  return undefined;
}
