export type { CreateFile, Edit, RenameFile, ReplaceText, SuggestedEdit } from './edit.js';
