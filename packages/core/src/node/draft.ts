import { readdirSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './disk-reader.js';
import { exact } from './project-files.js';

/** The process that writes it, and a word that nobody else will choose. */
const draftName = /^\.next-slots-(?<pid>\d+)-[\da-z]{8}$/u;

/** A draft takes its place at once; one that is older, in milliseconds, was left behind. */
const longestLife = 60_000;

/** Where a file is written before it takes its place. */
export function draftBeside(file: string): string {
  const word = Math.random().toString(36).slice(2, 10).padEnd(8, '0');
  return join(dirname(file), `.next-slots-${process.pid}-${word}`);
}

/** Whether a file's name is one that {@link draftBeside} gives. */
export function isDraft(name: string): boolean {
  return draftName.test(name);
}

/** Removes what a killed run of ours left in a folder. */
export function removeStaleDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = draftName.exec(name)?.groups?.['pid'];
    if (pid === undefined) continue;
    const draft = join(folder, name);
    try {
      if (!isAlive(Number(pid)) || isOld(draft)) unlinkSync(draft);
    } catch {
      // Another run removed it first.
    }
  }
}

/** In a container every run has the same number, that of a killed one too. */
function isOld(draft: string): boolean {
  return Date.now() - Number(statSync(draft, exact).mtimeMs) > longestLife;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
