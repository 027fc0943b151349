import type { Segment } from '../routes/route-tree.js';
import { joinPath } from '../routes/walk.js';

/** A named slot with its `@`, or the implicit `children`. */
export type SlotName = 'children' | `@${string}`;

/** A slot that lacks something: most often both page and default at a URL. */
export interface Gap {
  /** The folder that owns the slot. */
  readonly owner: Segment;
  readonly slot: SlotName;
}

/** Whether a folder's layout ever renders one of the slots that it gets. */
export type RendersSlot = (owner: Segment, slot: SlotName) => boolean;

/** The name of a slot as folders and messages write it. */
export function slotName(key: string): SlotName {
  return key === 'children' ? key : `@${key}`;
}

/** Names a slot in the whole of an app: by the path that its folder has, or would have. */
export function slotPath({ owner, slot }: Gap): string {
  return joinPath(owner.path, slot);
}
