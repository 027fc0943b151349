export { definitionAt, slotFiles, type SlotDefinition } from './definition-at.js';
export { hoverAt, type SlotHover } from './hover-at.js';
export { slotAt, type SlotAtCursor } from './slot-at.js';
export type { OwnedSlot } from './slot-of-reference.js';
export type { SlotReference } from './slot-reference.js';
export { renameSlotIn } from './rename-slot.js';
export { slotUsesIn, type ReadModule } from './slot-uses.js';
