import { folderOf, joinPath, type DirectoryListing } from '@next-slots/core';

/**
 * How many files and folders the links of an app may lead to: more than an app shares with others, and
 * read in a moment. A link to `/`, or a chain of folders with two links each, leads to more than anybody
 * can wait for.
 */
const linkedAtMost = 20_000;

/** The same for an app directory that is a link itself: more than a large app holds. */
const appAtMost = 100_000;

/** How many files and folders lie behind a link, as far as they were counted. */
interface Counted {
  readonly entries: number;
  readonly isTooMuch: boolean;
}

/** The links of an app that lead to folders, and whether they lead to too many. */
export class LinkedFolders {
  /** Those that are not behind another, with what is behind them once somebody asked. */
  readonly #links = new Map<string, Counted | undefined>();
  readonly #read: (path: string) => DirectoryListing;

  /** @param read - Lists a folder by its path relative to the app directory. */
  constructor(read: (path: string) => DirectoryListing) {
    this.#read = read;
  }

  /** Takes note of a link, which is counted when asked for; `''` is the app directory. */
  add(link: string): void {
    if (!this.#isBehindLink(folderOf(link))) this.#links.set(link, undefined);
  }

  /** Drops a link that may lead elsewhere now. */
  remove(link: string): void {
    this.#links.delete(link);
  }

  /** Lets everything be counted anew. */
  expire(): void {
    for (const link of this.#links.keys()) this.#links.set(link, undefined);
  }

  /** Whether a path is a link that leads, with those counted before it, to more than can be read. */
  isTooMuch(path: string): boolean {
    return this.#links.has(path) && (this.#links.get(path)?.isTooMuch ?? this.#count(path));
  }

  #isBehindLink(folder: string): boolean {
    for (let at = folder; at !== ''; at = folderOf(at)) {
      if (this.#links.has(at)) return true;
    }
    return false;
  }

  /** Counts what is behind a link, nearest first, as far as the app's links may lead to it. */
  #count(link: string): boolean {
    // The link itself is listed as well.
    this.#links.set(link, { entries: 0, isTooMuch: false });
    let left = link === '' ? appAtMost : linkedAtMost;
    for (const [other, counted] of this.#links) {
      if (other !== '') left -= counted?.entries ?? 0;
    }
    let count = 0;
    // Grows while it is gone through.
    const behind = [link];
    for (const folder of behind) {
      if (count > left) break;
      const { entries } = this.#read(folder);
      count += entries.length;
      for (const { name, kind } of entries) {
        if (kind !== 'directory' || name === 'node_modules') continue;
        behind.push(joinPath(folder, name));
      }
    }
    const isTooMuch = count > left;
    this.#links.set(link, { entries: count, isTooMuch });
    return isTooMuch;
  }
}
