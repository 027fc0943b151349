import { printable } from '@next-slots/core';
import { formatPatch, structuredPatch } from 'diff';
import type { Colors } from '../terminal/colors.js';
import type { PlannedFile } from './planned-files.js';

/**
 * A planned file as Git prints a change, fit for `patch -p1`, and at the top of a repository for `git apply`.
 *
 * @param path - As the diff prints it.
 */
export function diffOf(path: string, planned: PlannedFile): string {
  const isCreate = planned.kind === 'create';
  const patch = structuredPatch(
    isCreate ? '/dev/null' : `a/${path}`,
    `b/${path}`,
    isCreate ? '' : planned.before,
    planned.text,
  );
  return formatPatch({
    ...patch,
    isGit: true,
    ...(isCreate && { isCreate, newMode: '100644' }),
  });
}

/** A diff for a terminal: coloured, and without characters that would move the cursor. */
export function colorDiff(diff: string, colors: Colors): string {
  return diff
    .split('\n')
    .map((line) => {
      const safe = line.split('\t').map(printable).join('\t');
      if (/^(?:diff|---|\+\+\+|new file)/u.test(line)) return colors.bold(safe);
      if (line.startsWith('@@')) return colors.cyan(safe);
      if (line.startsWith('+')) return colors.green(safe);
      return line.startsWith('-') ? colors.red(safe) : safe;
    })
    .join('\n');
}
