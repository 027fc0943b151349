import type { ConventionFile } from '../../../routes/convention-files.js';
import type { Segment } from '../../../routes/route-tree.js';
import { joinPath } from '../../../routes/walk.js';
import type { Problem } from '../../engine/check.js';
import { renameSuggestion } from './rename-suggestion.js';

/**
 * What a check says of a missing file that is there but for its letter case: its message `misspelled`, with
 * the file's `name` and the `file` that it has to be in the data.
 *
 * @param data - What else the message needs.
 */
export function misspelledFile(
  segment: Segment,
  convention: ConventionFile,
  data: Readonly<Record<string, string>> = {},
): Pick<Problem<'misspelled'>, 'messageId' | 'data' | 'suggestions'> | undefined {
  const name = segment.misspelled.find((each) => each.toLowerCase().startsWith(`${convention}.`));
  if (name === undefined) return undefined;
  const file = joinPath(segment.path, name.toLowerCase());
  return {
    messageId: 'misspelled',
    data: { ...data, name, file },
    suggestions: [renameSuggestion(joinPath(segment.path, name), file)],
  };
}
