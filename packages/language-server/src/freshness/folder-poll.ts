import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two rounds, at least and at most. */
const shortestRest = 1000;
const longestRest = 15_000;

/**
 * How many times as long as a round works it rests, so that an app of thousands of folders costs no more
 * than one core in fifty.
 */
const restPerWork = 50;

/** Folders looked at together, and milliseconds until the next such group. */
const group = 64;
const breath = 5;

/**
 * Looks at the stamps of folders again and again, for clients that do not watch files: in small groups
 * and off the main thread, so that nobody waits for it.
 */
export class FolderPoll {
  readonly #paths: () => Iterable<string>;
  readonly #changed: () => void;
  readonly #stamps = new Map<string, number>();
  #stopped = false;

  /**
   * @param paths - What to look at in the next round.
   * @param changed - Called once for a round that found anything new.
   */
  constructor(paths: () => Iterable<string>, changed: () => void) {
    this.#paths = paths;
    this.#changed = changed;
  }

  async run(): Promise<void> {
    let rest = shortestRest;
    while (await this.#goesOnAfter(rest)) {
      const before = process.cpuUsage();
      const found = await this.#round();
      const { user, system } = process.cpuUsage(before);
      rest = Math.min(longestRest, Math.max(shortestRest, ((user + system) / 1000) * restPerWork));
      if (found) this.#changed();
    }
  }

  async #goesOnAfter(rest: number): Promise<boolean> {
    await pause(rest, undefined, { ref: false });
    return !this.#stopped;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #round(): Promise<boolean> {
    const paths = [...this.#paths()];
    let found = false;
    for (let start = 0; start < paths.length; start += group) {
      const stamps = await Promise.all(paths.slice(start, start + group).map(stampOf));
      stamps.forEach((stamp, index) => {
        const path = paths[start + index] ?? '';
        // One that is looked at for the first time may have changed since its folder was read.
        if (this.#stamps.get(path) === stamp) return;
        this.#stamps.set(path, stamp);
        found = true;
      });
      await pause(breath, undefined, { ref: false });
    }
    this.#forgetOthers(paths);
    return found;
  }

  #forgetOthers(paths: readonly string[]): void {
    if (this.#stamps.size === paths.length) return;
    const wanted = new Set(paths);
    for (const path of this.#stamps.keys()) if (!wanted.has(path)) this.#stamps.delete(path);
  }
}

async function stampOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}

/** The files of a project that say how its app directory is read. */
export function projectFiles(root: string): string[] {
  return [
    root,
    join(root, 'package.json'),
    join(root, 'node_modules', 'next', 'package.json'),
    ...['js', 'mjs', 'cjs', 'ts', 'mts'].map((extension) => join(root, `next.config.${extension}`)),
  ];
}
