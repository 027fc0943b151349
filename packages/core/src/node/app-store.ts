import { join, relative, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  buildRouteTree,
  findNearestSegment,
  folderOf,
  remembered,
  type DirectoryReader,
  type NextTarget,
  type RouteTree,
  type Settings,
} from '@next-slots/core';
import { DiskReader, type DiskReaderCounts } from './disk-reader.js';
import type { AppLocation } from './find-app.js';
import { findNextConfig } from './next-config.js';
import { readPagesRouter } from './pages-router.js';
import { statOf } from './project-files.js';
import { nextTargetOf, pageExtensionsOf, readProject, type Project } from './read-project.js';

/** What the disk says about an app: everything of core's App but the sources. */
export interface AppOnDisk {
  readonly location: AppLocation;
  readonly tree: RouteTree;
  readonly next: NextTarget;
  /** Lists the app's folders, those included that hold no routes. */
  readonly folders: DirectoryReader;
}

/**
 * How long what was read stays true.
 *
 * - `run`: to the end of the process, which is one run over many files.
 * - `always-check`: the process lives on and files change meanwhile.
 * - `when-notified`: the process lives on and is notified of changes; see {@link AppStore.expire}.
 */
export type Freshness = 'run' | 'always-check' | 'when-notified';

/**
 * Where the process lives on, looking at every folder of a large app for each linted file would cost
 * more than linting it. So the folders around the file are always looked at, all others only when
 * this many times the cost of the last look has passed.
 */
const patience = 20;

interface StampedProject extends Project {
  readonly stamp: string;
}

interface KnownApp {
  readonly reader: DiskReader;
  readonly settings: Settings;
  project: StampedProject;
  pagesRouter: ReadonlyMap<string, string> | undefined;
  onDisk: AppOnDisk;
  lookedAt: number;
  lookTook: number;
}

/** The apps that one integration has open, each read once and kept up to date. */
export class AppStore {
  readonly #apps = new Map<string, KnownApp>();
  /** In a run, by app directory. */
  readonly #readers = new Map<string, DiskReader>();
  readonly #freshness: Freshness;
  readonly #now: () => number;

  constructor(freshness: Freshness, now: () => number = () => performance.now()) {
    this.#freshness = freshness;
    this.#now = now;
  }

  /**
   * The app as it now stands on disk. Unchanged folders keep their segments, an unchanged app its
   * tree.
   *
   * @param near - A file relative to the app directory; what lies around it is surely up to date.
   */
  open(location: AppLocation, settings: Settings, near?: string): AppOnDisk {
    const key = `${location.appDir} ${JSON.stringify(settings)}`;
    const known = this.#apps.get(key);
    if (!known) {
      const first = this.#read(location, settings);
      this.#apps.set(key, first);
      return first.onDisk;
    }
    if (this.#freshness === 'always-check') this.#refresh(known, near);
    return known.onDisk;
  }

  /** Lists an app's folders: in a run each is read once, for this and for {@link open}. */
  folders({ appDir }: AppLocation): DirectoryReader {
    return this.#readerOf(appDir);
  }

  /** Tells the store that a folder of an app was changed by this process. */
  changed(location: AppLocation, folder: string): void {
    for (const app of this.#appsIn(location)) {
      app.reader.forget(folder);
      rebuild(app);
    }
  }

  /** Looks at everything again, the projects' own files included. */
  expire(): void {
    for (const app of this.#apps.values()) {
      app.reader.expire();
      this.#refreshProject(app);
      rebuild(app);
    }
  }

  /** Looks again at the folders around a file of an app, at the cost of these alone. */
  look(location: AppLocation, near: string): void {
    for (const app of this.#appsIn(location)) {
      app.reader.expire(foldersAround(app.onDisk.tree, near));
      rebuild(app);
    }
  }

  /** Looks again at what changed in an app, files or folders that were created or deleted, and around it. */
  lookAt(location: AppLocation, changed: Iterable<string>): void {
    for (const app of this.#appsIn(location)) {
      for (const path of changed) {
        app.reader.expire(foldersAbove(path));
        app.reader.expireBelow(path);
      }
      rebuild(app);
    }
  }

  /** Forgets the apps for which nobody asks any more. */
  retain(isWanted: (location: AppLocation, settings: Settings) => boolean): void {
    for (const [key, { onDisk, settings }] of this.#apps) {
      if (!isWanted(onDisk.location, settings)) this.#apps.delete(key);
    }
  }

  /** What was read so far for one app, for tests that count work. */
  counts(location: AppLocation): DiskReaderCounts {
    let reads = 0;
    let checks = 0;
    for (const { reader } of this.#appsIn(location)) {
      reads += reader.counts.reads;
      checks += reader.counts.checks;
    }
    return { reads, checks };
  }

  /** An app, once for each of the settings that it was asked for with. */
  #appsIn({ appDir }: AppLocation): readonly KnownApp[] {
    return [...this.#apps.values()].filter(({ onDisk }) => onDisk.location.appDir === appDir);
  }

  #read(location: AppLocation, settings: Settings): KnownApp {
    const started = this.#now();
    const reader = this.#readerOf(location.appDir);
    const project = readStamped(location.root);
    const pagesRouter = readPagesRouter(location.appDir, pageExtensionsOf(settings, project));
    const parts = { reader, settings, project, pagesRouter };
    const onDisk = buildApp(parts, location);
    const lookedAt = this.#now();
    return { ...parts, onDisk, lookedAt, lookTook: lookedAt - started };
  }

  #readerOf(appDir: string): DiskReader {
    if (this.#freshness !== 'run') return new DiskReader(appDir);
    return remembered(this.#readers, appDir, () => new DiskReader(appDir, true));
  }

  #refresh(app: KnownApp, near: string | undefined): void {
    const started = this.#now();
    const isDue = started - app.lookedAt >= app.lookTook * patience;
    if (isDue) {
      app.reader.expire();
      this.#refreshProject(app);
    } else if (near !== undefined) {
      app.reader.expire(foldersAround(app.onDisk.tree, near));
    } else {
      return;
    }
    rebuild(app);
    if (isDue) {
      app.lookedAt = this.#now();
      app.lookTook = app.lookedAt - started;
    }
  }

  #refreshProject(app: KnownApp): void {
    const { root, appDir } = app.onDisk.location;
    if (projectStamp(root) !== app.project.stamp) app.project = readStamped(root);
    const pages = readPagesRouter(appDir, pageExtensionsOf(app.settings, app.project));
    if (!isDeepStrictEqual(pages, app.pagesRouter)) app.pagesRouter = pages;
  }
}

function rebuild(app: KnownApp): void {
  app.onDisk = buildApp(app, app.onDisk.location, app.onDisk);
}

/** Puts an app together; what did not change since `before` is taken from there. */
function buildApp(
  { reader, settings, project, pagesRouter }: Omit<KnownApp, 'onDisk' | 'lookedAt' | 'lookTook'>,
  location: AppLocation,
  before?: AppOnDisk,
): AppOnDisk {
  const extensions = pageExtensionsOf(settings, project);
  const tree = buildRouteTree(reader, extensions, before?.tree, pagesRouter);
  const next = nextTargetOf(settings, project);
  if (!before || !isDeepStrictEqual(next, before.next)) {
    return { location, tree, next, folders: reader };
  }
  return tree === before.tree ? before : { ...before, tree };
}

/** The path of a file relative to an app directory, `/` between folders on every system. */
export function pathInApp(location: AppLocation, file: string): string {
  const { appDir } = location;
  // Not `relative` where slicing will do, since a linter asks for every file.
  const path =
    file.startsWith(appDir) && file.startsWith(sep, appDir.length)
      ? file.slice(appDir.length + 1)
      : relative(appDir, file);
  return sep === '/' ? path : path.split(sep).join('/');
}

/** The path on disk of a file relative to an app directory. */
export function pathOnDisk(location: AppLocation, file: string): string {
  return join(location.appDir, ...file.split('/'));
}

/** The folders on the way to a file, and the slots beside each. */
function* foldersAround(tree: RouteTree, file: string): Generator<string> {
  const { segment, ancestors } = findNearestSegment(tree, folderOf(file));
  for (const around of [...ancestors, segment]) {
    yield around.path;
    for (const slot of around.slots) yield slot.path;
  }
}

/** All of them: of a folder that came or went some clients tell nothing but what lies in it. */
function* foldersAbove(path: string): Generator<string> {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    yield folder;
    if (folder === '') return;
  }
}

function readStamped(root: string): StampedProject {
  return { ...readProject(root), stamp: projectStamp(root) };
}

/** Changes when a file does from which the project's facts are read. */
function projectStamp(root: string): string {
  return [
    'package.json',
    findNextConfig(root)?.slice(root.length + 1) ?? 'next.config.js',
    join('node_modules', 'next', 'package.json'),
  ]
    .map((name) => statOf(join(root, name))?.mtimeNs ?? 0)
    .join(' ');
}
