import { createFile, editFile, pathOnDisk } from '@next-slots/core/node';
import type { Plan } from './plan-fixes.js';
import type { PlannedFile } from './planned-files.js';

/** What became of one planned file. */
export interface Written {
  readonly planned: PlannedFile;
  /** `stale` is a file that another program changed or created since it was read. */
  readonly outcome: 'created' | 'edited' | 'stale' | 'failed';
  readonly reason?: string;
}

/** Writes the files of a plan, one by one, each whole or not at all. */
export function* writeFiles({ opened, files }: Plan): Generator<Written> {
  for (const planned of files) yield { planned, ...write(opened.location, planned) };
}

function write(
  location: Plan['opened']['location'],
  planned: PlannedFile,
): Pick<Written, 'outcome' | 'reason'> {
  const path = pathOnDisk(location, planned.file);
  if (planned.kind === 'create') {
    // The page of a new `[...catchAll]` comes with its folder.
    const creation = createFile(location, path, planned.text, { makeFolder: true });
    if (creation.outcome === 'failed') return creation;
    return { outcome: creation.outcome === 'exists' ? 'stale' : 'created' };
  }
  const { before, text } = planned;
  const whole = { range: { start: 0, end: before.length }, text };
  const editing = editFile(location, path, before, [whole]);
  if (editing.outcome === 'failed') return editing;
  return { outcome: editing.outcome === 'unchanged' ? 'stale' : editing.outcome };
}
