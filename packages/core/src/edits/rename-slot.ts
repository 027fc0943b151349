import type { ReplaceText } from './edit.js';
import { renameLiteral, renameProp } from './rename-prop.js';
import type { Segment } from '../routes/route-tree.js';
import { slotKeysIn, slotPropIn, type ReadModule } from './slot-uses.js';

/**
 * The edits that follow a slot's new name in one module: in the keys that ask for it, and in the prop
 * by which the owner's layout gets it.
 *
 * @param slot - As it is called until now.
 * @param to - The new name, without `@`.
 */
export function renameSlotIn(
  module: ReadModule,
  slot: Segment,
  to: string,
): readonly ReplaceText[] {
  const { file, text, facts } = module;
  const keys = slotKeysIn(module, slot).map(({ range }) => renameLiteral(file, text, range, to));
  const prop = slotPropIn(module, slot) ? renameProp(file, text, facts, slot.name.value, to) : [];
  return [...keys, ...prop].sort((a, b) => a.range.start - b.range.start);
}
