import type { Segment, SegmentPath } from '../tree/route-tree.js';

/** A named slot and the folder that holds it. */
export interface SlotPlace {
  readonly slot: Segment;
  readonly owner: Segment;
}

/** The innermost named slot that a segment is or lies in. */
export function slotAround({ segment, ancestors }: SegmentPath): SlotPlace | undefined {
  const way = [...ancestors, segment];
  const index = way.findLastIndex(({ name }) => name.kind === 'slot' && name.value !== 'children');
  const slot = way[index];
  const owner = way[index - 1];
  return slot && owner && { slot, owner };
}
