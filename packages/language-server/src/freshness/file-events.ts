import { basename } from 'node:path';
import { FileChangeType, type FileEvent } from 'vscode-languageserver/node';
import { pathOfUri } from '../file-uri.js';

/** Milliseconds to wait for more, and at most in all. */
const quiet = 10;
const patience = 100;

/** What a bunch of events comes to. */
export interface FileChanges {
  /** Something was created or deleted: folders have to be looked at again. */
  readonly folders: boolean;
  /** There may be another app, or one less. */
  readonly apps: boolean;
}

/** Gathers what the client tells of files, a switch of branches being thousands of events. */
export class FileEvents {
  readonly #isInApp: (path: string) => boolean;
  readonly #flush: (changes: FileChanges) => void;
  #folders = false;
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
      if (type !== FileChangeType.Changed || isProjectFile) this.#folders = true;
      this.#apps ||= isProjectFile || (type !== FileChangeType.Changed && !this.#isInApp(path));
    }
    if (events.length > 0) this.#wait();
  }

  #wait(): void {
    const now = performance.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    const left = Math.max(0, Math.min(quiet, this.#since + patience - now));
    this.#timer = setTimeout(() => {
      const changes = { folders: this.#folders, apps: this.#apps };
      this.#folders = false;
      this.#apps = false;
      this.#since = undefined;
      this.#flush(changes);
    }, left);
  }
}
