import { folderOf } from '@next-slots/core';
import type { AppLocation } from '@next-slots/core/node';
import {
  changeBetween,
  describeApp,
  describeFindings,
  routeFiles,
  type AppChange,
  type ExplorerApp,
  type ExplorerFinding,
  type TargetFindings,
} from '@next-slots/explorer';
import {
  filesOnDisk,
  knownFiles,
  relativePath,
  reopenApp,
  type OpenedApp,
} from '../apps/open-app.js';
import { silent } from '../terminal/progress.js';

/** An app that is shown while its files change. */
export class LiveApp {
  readonly #known;
  #opened: OpenedApp;
  #shown: ExplorerApp;

  /** @param fileLink - See {@link ExplorerApp.fileLink}. */
  constructor(opened: OpenedApp, name: string, fileLink: string | undefined) {
    this.#known = knownFiles(opened.location);
    this.#opened = opened;
    // Read once more, so that the first change finds what did not change.
    this.#opened = reopenApp(opened, this.#files());
    this.#shown = describeApp({
      ...this.#opened,
      name,
      ...(fileLink !== undefined && { fileLink }),
    });
  }

  /** The app as the pages know it. */
  get shown(): ExplorerApp {
    return this.#shown;
  }

  get location(): AppLocation {
    return this.#opened.location;
  }

  /** What the checks find where another Next.js version builds the app. */
  findings(target: Pick<TargetFindings, 'version' | 'bundler'>): readonly ExplorerFinding[] {
    return describeFindings(this.#opened, target).findings;
  }

  /**
   * Looks again at paths that changed, at the cost of these alone. What the checks find is left as it
   * was, since that takes longer: see {@link check}.
   *
   * @param paths - Absolute.
   */
  look(paths: Iterable<string>): AppChange | undefined {
    const { disk } = this.#known;
    for (const path of paths) {
      const changed = relativePath(this.location.appDir, path);
      disk.expire([folderOf(changed)]);
      disk.expireBelow(changed);
    }
    this.#opened = reopenApp(this.#opened, this.#files());
    return this.#show({ ...this.#shown, files: routeFiles(this.#opened.app.tree) });
  }

  /** Runs the checks on the app as it now stands. */
  check(): AppChange | undefined {
    const { name } = this.#shown;
    return this.#show({ ...this.#shown, ...describeApp({ ...this.#opened, name }) });
  }

  #files() {
    return filesOnDisk(this.#opened.location, silent, undefined, this.#known);
  }

  #show(next: ExplorerApp): AppChange | undefined {
    const change = changeBetween(this.#shown, next);
    this.#shown = next;
    return change;
  }
}
