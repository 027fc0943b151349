import type { Suggestion } from '../../engine/finding.js';

/**
 * The suggestion to give a file or folder another name.
 *
 * @param from - Like `to` relative to the app directory.
 * @param effect - What else to say of it, such as `, which intercepts /photo`.
 */
export function renameSuggestion(from: string, to: string, effect = ''): Suggestion {
  return { message: `Rename ${from} to ${to}${effect}`, edits: [{ kind: 'renameFile', from, to }] };
}
