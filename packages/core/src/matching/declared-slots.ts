import type { Segment } from '../tree/route-tree.js';
import { isGroupName } from './segment-url.js';

const content = new WeakMap<Segment, boolean>();

/** Whether a page or default file lies in a folder or anywhere below it, slots included. */
export function containsPageOrDefault(segment: Segment): boolean {
  const known = content.get(segment);
  if (known !== undefined) return known;
  const found =
    segment.files.page !== undefined ||
    segment.files.default !== undefined ||
    segment.folders.some(containsPageOrDefault);
  content.set(segment, found);
  return found;
}

/**
 * Whether a folder's layout gets ordinary content as `children`: a page or default of its own, or
 * anything in a folder below that is no slot.
 */
export function declaresChildren(segment: Segment): boolean {
  return (
    segment.files.page !== undefined ||
    segment.files.default !== undefined ||
    segment.folders.some((folder) => !isSlot(folder) && containsPageOrDefault(folder))
  );
}

const declarations = new WeakMap<Segment, ReadonlySet<string>>();

/**
 * The keys of the slots that a folder's layout gets as props, without `@`. The slots of route groups
 * below count as the layout's own, an empty slot folder does not count.
 */
export function declaredSlots(segment: Segment): ReadonlySet<string> {
  const known = declarations.get(segment);
  if (known) return known;
  const keys = new Set<string>();
  if (declaresChildren(segment)) keys.add('children');
  addNamedSlots(segment, keys);
  declarations.set(segment, keys);
  return keys;
}

function addNamedSlots(segment: Segment, keys: Set<string>): void {
  for (const folder of segment.folders) {
    if (isSlot(folder)) {
      if (containsPageOrDefault(folder)) keys.add(folder.name.value);
    } else if (isGroupName(folder.name.raw)) {
      addNamedSlots(folder, keys);
    }
  }
}

/** Whether a folder is `@name`; `@children` counts here. */
export function isSlot(segment: Segment): boolean {
  return segment.name.kind === 'slot';
}
