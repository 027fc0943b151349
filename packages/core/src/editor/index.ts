export { quickFixesFor, type QuickFix } from './actions/quick-fixes.js';
export { slotRefactorsAt } from './actions/slot-refactors.js';
export { completionsAt } from './completions/completions-at.js';
export type { CompletionData, CompletionEntry } from './completions/completion-entry.js';
export type { AppExtent, CursorRequest } from './completions/cursor-request.js';
export { describeCompletion } from './completions/describe-completion.js';
export { definitionAt, slotFiles, type SlotDefinition } from './definition-at.js';
export { hoverAt } from './hover-at.js';
export { slotAt } from './slot-at.js';
export {
  renameSlotIn,
  slotUsesIn,
  type OwnedSlot,
  type ReadModule,
} from '../edits/slot-references.js';
