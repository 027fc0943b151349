import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathOnDisk, type AppLocation } from '@next-slots/core/node';
import type { PlannedFile } from './planned-files.js';

/** Leaves out what is planned for a file already by another path: links lead to one folder as two routes. */
export function eachFileOnce(
  location: AppLocation,
  files: readonly PlannedFile[],
): readonly PlannedFile[] {
  const byRealPath = new Map<string, PlannedFile>();
  for (const planned of files) {
    const path = realPath(pathOnDisk(location, planned.file));
    if (!byRealPath.has(path)) byRealPath.set(path, planned);
  }
  return [...byRealPath.values()];
}

function realPath(file: string): string {
  try {
    // The file itself may not be there yet, and where it is a link, it stays one.
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    // Its folder is not there yet.
    return file;
  }
}
