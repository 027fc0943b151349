import {
  lstatSync,
  readdirSync,
  realpathSync,
  statSync,
  type BigIntStats,
  type Dirent,
} from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  folderOf,
  joinPath,
  type DirectoryEntry,
  type DirectoryListing,
  type DirectoryReader,
} from '@next-slots/core';
import { LinkedFolders } from './linked-folders.js';
import { exact, statOf } from './project-files.js';

/** What the reader has done, for tests that count work. */
export interface DiskReaderCounts {
  readonly reads: number;
  readonly checks: number;
}

interface CachedListing {
  readonly listing: DirectoryListing;
  /** What the folder's stat said when it was read; undefined must be read again at the next check. */
  readonly stamp: string | undefined;
  checkedIn: number;
}

/**
 * File systems stamp changes with a clock that ticks every few milliseconds, so a folder changed
 * twice within one tick looks the same after as between. A listing this fresh is not trusted.
 */
const clockTick = 25;

/** A folder that is one of those around it; the system itself goes round some forty times. */
const circle: DirectoryListing = { entries: [], error: 'ELOOP' };

/** A folder behind a link to more than can be read. */
const beyondNumber: DirectoryListing = { entries: [], error: 'EMLINK' };

/**
 * Lists the folders of one app directory from disk and remembers them.
 *
 * A folder is looked at again only after {@link expire}, and read again only when it changed since;
 * until then the same listing object is handed out. In an app of 6,000 folders that were all read before,
 * going through them takes 4 ms of CPU, 66 ms where each has expired, and 150 ms where each is read again.
 */
export class DiskReader implements DirectoryReader {
  readonly #root: string;
  readonly #readsOnce: boolean;
  readonly #cache = new Map<string, CachedListing>();
  /** The links that lead back, as found when their folders were last listed. */
  readonly #circles = new Set<string>();
  readonly #links = new LinkedFolders((path) => this.read(path));
  /** Where links to folders really lead, so that the system is asked once for each. */
  readonly #targets = new Map<string, string>();
  #realRoot: string | undefined;
  #generation = 0;
  #reads = 0;
  #checks = 0;

  /**
   * @param root - The app directory as the system writes it.
   * @param readsOnce - Nobody asks twice, so that it need not be known how a folder looked when it was
   *   read. A folder looked at again is then read again.
   */
  constructor(root: string, readsOnce = false) {
    this.#root = root;
    this.#readsOnce = readsOnce;
    if (isLink(root)) this.#links.add('');
  }

  get counts(): DiskReaderCounts {
    return { reads: this.#reads, checks: this.#checks };
  }

  /** Lets every folder, or those named, be looked at again when next asked for. */
  expire(paths?: Iterable<string>): void {
    if (!paths) {
      this.#generation += 1;
      this.#realRoot = undefined;
      this.#links.expire();
      return;
    }
    for (const path of paths) {
      const cached = this.#cache.get(path);
      if (cached) cached.checkedIn = -1;
    }
  }

  /** Lets a folder and all below it be looked at again: it may have gone and come back as another one. */
  expireBelow(path: string): void {
    for (const [folder, cached] of this.#cache) {
      if (folder === path || folder.startsWith(`${path}/`)) cached.checkedIn = -1;
    }
  }

  /** Drops what is known of one folder, after we changed it ourselves. */
  forget(path: string): void {
    this.#cache.delete(path);
  }

  read(path: string): DirectoryListing {
    if (this.#circles.has(path)) return circle;
    if (this.#links.isTooMuch(path)) return beyondNumber;
    const cached = this.#cache.get(path);
    if (cached?.checkedIn === this.#generation) return cached.listing;

    // Not `join`, which takes longer than listing an average folder of an app.
    const directory = path === '' ? this.#root : `${this.#root}/${path}`;
    const stamp = this.#readsOnce ? undefined : this.#stamp(directory);
    if (cached && stamp !== undefined && cached.stamp === stamp) {
      cached.checkedIn = this.#generation;
      return cached.listing;
    }
    const listing = this.#list(directory, path);
    const again = cached && isDeepStrictEqual(cached.listing, listing) ? cached.listing : listing;
    this.#cache.set(path, {
      listing: again,
      // A link's target can come and go without the folder changing.
      stamp: this.#hasLinks ? undefined : stamp,
      checkedIn: this.#generation,
    });
    return again;
  }

  #stamp(directory: string): string | undefined {
    this.#checks += 1;
    const stats = statOf(directory);
    if (!stats) return undefined;
    const { dev, ino, mtimeMs, ctimeMs, mtimeNs, ctimeNs } = stats;
    const changed = Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs);
    if (Math.abs(Date.now() - changed) < clockTick) return undefined;
    return [dev, ino, mtimeNs, ctimeNs].join(':');
  }

  #hasLinks = false;

  #list(directory: string, path: string): DirectoryListing {
    this.#reads += 1;
    this.#hasLinks = false;
    let entries: Dirent[];
    try {
      entries = readdirSync(directory, { withFileTypes: true });
    } catch (error) {
      return { entries: [], error: errorCode(error) };
    }
    return {
      entries: entries.map((entry) => ({
        name: entry.name,
        kind: entry.isSymbolicLink()
          ? this.#followLink(join(directory, entry.name), path, entry.name)
          : entryKind(entry),
      })),
    };
  }

  #followLink(link: string, folder: string, name: string): DirectoryEntry['kind'] {
    this.#hasLinks = true;
    const path = joinPath(folder, name);
    this.#circles.delete(path);
    this.#links.remove(path);
    this.#targets.delete(path);
    try {
      const kind = entryKind(statSync(link, exact));
      if (kind !== 'directory') return kind;
      const target = realpathSync.native(link);
      this.#targets.set(path, target);
      if (this.#leadsBack(target, folder)) this.#circles.add(path);
      else this.#links.add(path);
      return kind;
    } catch (error) {
      // A link that leads to itself says nothing of what it was to be but by its name.
      if (errorCode(error) !== 'ELOOP' || looksLikeFile(name)) return 'broken';
      this.#circles.add(path);
      return 'directory';
    }
  }

  /** Whether a folder is one of those on the way down to the link that leads to it. */
  #leadsBack(target: string, folder: string): boolean {
    for (let at = folder; ; at = folderOf(at)) {
      if (this.#realPath(at) === target) return true;
      if (at === '') return false;
    }
  }

  /** Where a folder really is. Links are listed before what is behind them, so their targets are known. */
  #realPath(folder: string): string {
    if (folder === '') return (this.#realRoot ??= realpathSync.native(this.#root));
    const target = this.#targets.get(folder);
    return (
      target ?? join(this.#realPath(folderOf(folder)), folder.slice(folder.lastIndexOf('/') + 1))
    );
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, exact).isSymbolicLink();
  } catch {
    return false;
  }
}

function entryKind(entry: Dirent | BigIntStats): 'file' | 'directory' | 'other' {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'directory' : 'other';
}

function looksLikeFile(name: string): boolean {
  return /\.\w+$/u.test(name);
}

/** The system's word for what went wrong: `EACCES`. */
export function errorCode(error: unknown): string {
  if (error instanceof Error) {
    const { code } = error as NodeJS.ErrnoException;
    return code ?? error.message;
  }
  return String(error);
}
