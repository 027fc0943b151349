import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { applyTextEdits, type TextEdit } from '@next-slots/core';
import { errorCode } from './disk-reader.js';
import { draftBeside, removeStaleDrafts } from './draft.js';
import { isInside } from './is-inside.js';

/** What became of a file that was to be edited. */
export type Editing =
  | { readonly outcome: 'edited' | 'unchanged' }
  /** The file no longer holds the text that the edits were made for. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'failed'; readonly reason: string };

/**
 * Edits a file whole or not at all: the new text is written beside and takes the file's place in one
 * step. The file's mode, byte order mark and line endings stay. A link is followed, and nothing is
 * written that really lies outside the app directory.
 *
 * @param before - The text that the edits were made for, without byte order mark.
 */
export function editFile(
  appDir: string,
  file: string,
  before: string,
  edits: readonly TextEdit[],
): Editing {
  let draft: string | undefined;
  try {
    const target = realpathSync(file);
    if (!isInside(target, realpathSync(appDir))) {
      return { outcome: 'failed', reason: 'EXDEV: the file lies outside the app directory' };
    }
    // A rename asks only whether the folder may be written; a read-only file is to stay as it is.
    accessSync(target, constants.W_OK);
    const bytes = readFileSync(target);
    const read = decode(bytes);
    if (read?.text !== before) return { outcome: 'stale' };
    const after = applyTextEdits(before, edits);
    if (after === before) return { outcome: 'unchanged' };

    removeStaleDrafts(dirname(target));
    draft = draftBeside(target);
    writeFileSync(draft, read.mark + after, { flag: 'wx' });
    takeOver(draft, target);
    if (!readFileSync(target).equals(bytes)) return { outcome: 'stale' };
    renameSync(draft, target);
    return { outcome: 'edited' };
  } catch (error) {
    return { outcome: 'failed', reason: errorCode(error) };
  } finally {
    if (draft !== undefined) rmSync(draft, { force: true });
  }
}

/** @returns undefined where the bytes are no UTF-8 and would not survive being written again. */
function decode(bytes: Buffer): { readonly mark: string; readonly text: string } | undefined {
  const whole = bytes.toString('utf8');
  if (!Buffer.from(whole, 'utf8').equals(bytes)) return undefined;
  return whole.startsWith('\uFEFF')
    ? { mark: '\uFEFF', text: whole.slice(1) }
    : { mark: '', text: whole };
}

/** Gives the draft the mode and, where that is allowed, the owner of the file it replaces. */
function takeOver(draft: string, target: string): void {
  const { mode, uid, gid } = statSync(target);
  const own = statSync(draft);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      chownSync(draft, uid, gid);
    } catch {
      // Only root may give a file away; then the file is ours, as after any editor's save.
    }
  }
  chmodSync(draft, mode & 0o7777);
}
