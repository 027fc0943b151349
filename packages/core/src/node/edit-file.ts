import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  lstatSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { applyTextEdits, type TextEdit } from '@next-slots/core';
import { errorCode } from './disk-reader.js';
import { draftBeside, removeStaleDrafts } from './draft.js';
import type { AppLocation } from './find-app.js';
import { exact } from './project-files.js';
import { inWritableFolder } from './writable-folder.js';

/** What became of a file that was to be edited. */
export type Editing =
  | { readonly outcome: 'edited' | 'unchanged' }
  /** The file no longer holds the text that the edits were made for. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'failed'; readonly reason: string };

/**
 * Edits a file whole or not at all: the new text is written beside and takes the file's place in one
 * step. The file's mode, byte order mark and line endings stay. A link is followed, and written only
 * where `inWritableFolder` lets us.
 *
 * @param before - The text that the edits were made for, without byte order mark.
 */
export function editFile(
  location: AppLocation,
  file: string,
  before: string,
  edits: readonly TextEdit[],
): Editing {
  try {
    const real = realpathSync(file);
    return inWritableFolder(location, dirname(real), (path) =>
      editInFolder(join(path, basename(real)), before, edits),
    );
  } catch (error) {
    return { outcome: 'failed', reason: errorCode(error) };
  }
}

function editInFolder(target: string, before: string, edits: readonly TextEdit[]): Editing {
  // It was none a moment ago.
  if (lstatSync(target, exact).isSymbolicLink()) return { outcome: 'stale' };
  // A rename asks only whether the folder may be written; a read-only file is to stay as it is.
  accessSync(target, constants.W_OK);
  const bytes = readFileSync(target);
  const read = decode(bytes);
  if (read?.text !== before) return { outcome: 'stale' };
  const after = applyTextEdits(before, edits);
  if (after === before) return { outcome: 'unchanged' };

  removeStaleDrafts(dirname(target));
  const draft = draftBeside(target);
  try {
    writeFileSync(draft, read.mark + after, { flag: 'wx' });
    takeOver(draft, target);
    if (!readFileSync(target).equals(bytes)) return { outcome: 'stale' };
    renameSync(draft, target);
    return { outcome: 'edited' };
  } finally {
    rmSync(draft, { force: true });
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
