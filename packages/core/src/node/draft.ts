import { readdirSync, unlinkSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { threadId } from 'node:worker_threads';
import { errorCode } from './disk-reader.js';

const marker = '.next-slots-';

/** Where this thread writes a file before it takes its place. It writes one at a time. */
export function draftBeside(file: string): string {
  return join(dirname(file), `${marker}${String(process.pid)}-${String(threadId)}`);
}

/** Whether a file's name is one that {@link draftBeside} gives. */
export function isDraft(name: string): boolean {
  return name.startsWith(marker);
}

/** Removes what a killed run of ours left in a folder. */
export function removeStaleDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!isDraft(name)) continue;
    const pid = Number.parseInt(name.slice(marker.length), 10);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    try {
      unlinkSync(join(folder, name));
    } catch {
      // Another run removed it first.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Whether a path is a folder or lies in it; both as the system writes them. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
