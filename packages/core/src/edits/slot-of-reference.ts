import type { App } from '../app.js';
import type { Segment } from '../routes/route-tree.js';
import { isLayoutOf } from '../routes/is-layout.js';
import { findNearestSegment, folderOf } from '../routes/walk.js';
import type { SlotReference } from './slot-reference.js';

/** A slot with the segment that owns it. */
export interface OwnedSlot {
  readonly owner: Segment;
  readonly slot: Segment;
}

/**
 * The slot that a word names: for a prop, one of the segment whose layout the file is; for a key, the
 * nearest of that name at or above the file.
 *
 * @returns undefined where no folder stands behind the name.
 */
export function slotOfReference(
  app: App,
  file: string,
  reference: Pick<SlotReference, 'kind' | 'name'>,
): OwnedSlot | undefined {
  const { segment, ancestors } = findNearestSegment(app.tree, folderOf(file));
  if (reference.kind === 'prop' && !isLayoutOf(segment, file)) return undefined;
  const owners = reference.kind === 'prop' ? [segment] : [segment, ...[...ancestors].reverse()];
  for (const owner of owners) {
    const slot = owner.slots.find(({ name }) => name.value === reference.name);
    if (slot) return { owner, slot };
  }
  return undefined;
}
