import { basename } from 'node:path';
import { FileChangeType, type FileEvent } from 'vscode-languageserver/node';
import { pathOfUri } from '../file-uri.js';

/** Milliseconds to wait for more, and at most in all. */
const quiet = 10;
const patience = 100;

/** From so many paths on, looking at everything takes less. */
const many = 64;

/** What a bunch of events comes to. */
export interface FileChanges {
  /** The paths of what was created or deleted, or that there are too many to look at each. */
  readonly changed: ReadonlySet<string> | 'everything';
  /** There may be another app, or one less. */
  readonly apps: boolean;
}

/** Gathers the client's file events, a switch of branches being thousands of events. */
export class FileEvents {
  readonly #isInApp: (path: string) => boolean;
  readonly #flush: (changes: FileChanges) => void;
  #changed = new Set<string>();
  #everything = false;
  #apps = false;
  #since: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param isInApp - Whether a path lies below a known app directory.
   * @param flush - Called once for all events of one burst.
   */
  constructor(isInApp: (path: string) => boolean, flush: (changes: FileChanges) => void) {
    this.#isInApp = isInApp;
    this.#flush = flush;
  }

  add(events: readonly FileEvent[]): void {
    for (const { uri, type } of events) {
      const path = pathOfUri(uri);
      if (path === undefined) continue;
      const isProjectFile = /^(?:package\.json|next\.config\.[cm]?[jt]s)$/u.test(basename(path));
      const isMoved = type !== FileChangeType.Changed;
      if (isMoved && this.#changed.size < many) this.#changed.add(path);
      this.#apps ||= isProjectFile || (isMoved && !this.#isInApp(path));
    }
    this.#everything ||= this.#apps || this.#changed.size >= many;
    if (events.length > 0) this.#wait();
  }

  #wait(): void {
    const now = performance.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    const left = Math.max(0, Math.min(quiet, this.#since + patience - now));
    this.#timer = setTimeout(() => {
      const changed = this.#everything ? 'everything' : this.#changed;
      const changes: FileChanges = { changed, apps: this.#apps };
      this.#changed = new Set();
      this.#everything = false;
      this.#apps = false;
      this.#since = undefined;
      this.#flush(changes);
    }, left);
  }
}
