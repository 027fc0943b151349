export type { CreateFile, Edit, RenameFile, ReplaceText, SuggestedEdit } from './edit.js';
export { scaffold, type ScaffoldRequest } from './scaffold.js';
export { detectStyle, type SourceStyle } from './source-style.js';
export { templateNames, type ScaffoldedFile } from './templates.js';
