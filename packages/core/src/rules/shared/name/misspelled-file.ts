import type { ConventionFile } from '../../../routes/convention-files.js';
import type { Segment } from '../../../routes/route-tree.js';
import { joinPath } from '../../../routes/walk.js';
import type { Suggestion } from '../../engine/finding.js';

/** A file that Next.js does not see because of its letter case. */
export interface MisspelledFile {
  /** As it is called: `Layout.tsx`. */
  readonly name: string;
  /** The path that it should have, relative to the app directory. */
  readonly file: string;
  readonly suggestion: Suggestion;
}

/** The file of a folder that would be a convention file but for its letter case, where there is one. */
export function findMisspelled(
  segment: Segment,
  convention: ConventionFile,
): MisspelledFile | undefined {
  const name = segment.misspelled.find((each) => each.toLowerCase().startsWith(`${convention}.`));
  if (name === undefined) return undefined;
  const from = joinPath(segment.path, name);
  const file = joinPath(segment.path, name.toLowerCase());
  return {
    name,
    file,
    suggestion: {
      message: `Rename ${from} to ${file}`,
      edits: [{ kind: 'renameFile', from, to: file }],
    },
  };
}
