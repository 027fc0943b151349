import type { TextRange } from '../source/text-range.js';

/**
 * Make a file that is not there yet. An integration never overwrites. The file's folder is there, but for the
 * page of a new `[...catchAll]`: an integration that may create folders creates it, others only report.
 */
export interface CreateFile {
  readonly kind: 'createFile';
  /** Relative to the app directory. */
  readonly file: string;
  readonly text: string;
}

/** Replace a piece of a file's text. An empty range inserts. */
export interface ReplaceText {
  readonly kind: 'replaceText';
  /** Relative to the app directory. */
  readonly file: string;
  readonly range: TextRange;
  readonly text: string;
}

/** Give a file or folder another name. Only ever a suggestion, for integrations that can. */
export interface RenameFile {
  readonly kind: 'renameFile';
  /** Both relative to the app directory. */
  readonly from: string;
  readonly to: string;
}

/** What an integration may do by itself when asked to fix. */
export type Edit = CreateFile | ReplaceText;

/** What an integration may do when a person picks it. */
export type SuggestedEdit = Edit | RenameFile;
