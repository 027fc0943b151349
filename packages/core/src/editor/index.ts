export { quickFixesFor, type QuickFix } from './actions/quick-fixes.js';
export { slotRefactorsAt, type SlotRefactor } from './actions/slot-refactors.js';
export { completionsAt } from './completions/completions-at.js';
export type {
  CompletionData,
  CompletionDetails,
  CompletionEntry,
} from './completions/completion-entry.js';
export type { AppExtent, CursorRequest, OpenApp } from './completions/cursor-request.js';
export { describeCompletion } from './completions/describe-completion.js';
export { definitionAt, slotFiles, type SlotDefinition } from './definition-at.js';
export { hoverAt, type SlotHover } from './hover-at.js';
export { slotAt, type SlotAtCursor } from './slot-at.js';
export type { OwnedSlot } from '../edits/slot-of-reference.js';
export type { SlotReference } from '../edits/slot-reference.js';
export { renameSlotIn, slotUsesIn, type ReadModule } from '../edits/slot-uses.js';
