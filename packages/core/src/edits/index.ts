export { addSlotProps, unboundSlots, undeclaredSlots } from './add-slot-props.js';
export { applyTextEdits, type TextEdit } from './apply-text-edits.js';
export { combineEdits, type CombinedEdits } from './combine-edits.js';
export type { CreateFile, Edit, RenameFile, ReplaceText, SuggestedEdit } from './edit.js';
export { renameLiteral, renameProp } from './rename-prop.js';
export { scaffoldLayout, type LayoutRequest } from './scaffold-layout.js';
export { scaffold, type ScaffoldRequest } from './scaffold.js';
export { detectStyle, type SourceStyle } from './source-style.js';
export { templateNames, type ScaffoldedFile } from './templates.js';
