import { folderOf, unrenderedSlots } from '@next-slots/core';
import { WorkSlices, type AppLocation } from '@next-slots/core/node';
import {
  changeBetween,
  describeApp,
  describeFindingsInSteps,
  isSameTarget,
  routeFiles,
  type AppChange,
  type ExplorerApp,
  type Target,
  type TargetFindings,
} from '@next-slots/explorer';
import { filesOnDisk, relativePath, reopenApp, type OpenedApp } from '../apps/open-app.js';
import { silent } from '../terminal/progress.js';

/** An app that is shown while its files change. */
export class LiveApp {
  #opened: OpenedApp;
  #shown: ExplorerApp;

  /**
   * Reads no more than the drawing needs: the checks run when somebody asks what they find.
   *
   * @param fileLink - See {@link ExplorerApp.fileLink}.
   */
  constructor(opened: OpenedApp, name: string, fileLink: string | undefined) {
    this.#opened = opened;
    const link = fileLink !== undefined && { fileLink };
    this.#shown = describeApp({ ...opened, name, ...link }, []);
  }

  /** The app as the pages know it. */
  get shown(): ExplorerApp {
    return this.#shown;
  }

  get location(): AppLocation {
    return this.#opened.location;
  }

  /**
   * What the checks find where a Next.js version builds the app. For the app's own version, this is what they
   * found when they last ran: see {@link check}.
   */
  async findings(target: Target): Promise<TargetFindings> {
    const known = this.#shown.findings.find((each) => isSameTarget(each, target));
    const found = known ?? (await this.#run(target));
    // The app changed meanwhile.
    if (!found) return this.findings(target);
    if (isSameTarget(found, this.#opened.app.next))
      this.#show({ ...this.#shown, findings: [found] });
    return found;
  }

  /**
   * Looks again at paths that changed, at the cost of these alone. What the checks find is left as it
   * was, since that takes longer: see {@link check}.
   *
   * @param paths - Absolute.
   */
  look(paths: Iterable<string>): AppChange | undefined {
    const { known } = this.#opened;
    for (const path of paths) {
      const changed = relativePath(this.location.appDir, path);
      known.disk.expire([folderOf(changed)]);
      known.disk.expireBelow(changed);
    }
    const files = filesOnDisk(this.location, silent, undefined, known);
    this.#opened = reopenApp(this.#opened, files);
    return this.#show({ ...this.#shown, files: routeFiles(this.#opened.app.tree) });
  }

  /** Runs the checks on the app as it now stands; gives nothing where it changes meanwhile. */
  async check(): Promise<AppChange | undefined> {
    const { app } = this.#opened;
    const found = await this.#run(app.next);
    if (!found) return undefined;
    return this.#show({ ...this.#shown, findings: [found], unrendered: unrenderedSlots(app) });
  }

  /** A change of the app does not wait for the end. */
  async #run(target: Target): Promise<TargetFindings | undefined> {
    const opened = this.#opened;
    const isChanged = () => opened !== this.#opened;
    const slices = new WorkSlices({
      get isCancellationRequested() {
        return isChanged();
      },
    });
    const found = await describeFindingsInSteps(opened, target, () => slices.isCancelled());
    return isChanged() ? undefined : found;
  }

  #show(next: ExplorerApp): AppChange | undefined {
    const change = changeBetween(this.#shown, next);
    this.#shown = next;
    return change;
  }
}
