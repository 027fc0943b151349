import { posix, relative, sep } from 'node:path';
import {
  buildRouteTree,
  matchesOf,
  ParsedFiles,
  walkSegments,
  type App,
  type ConfiguredCheck,
  type DirectoryReader,
  type SourceReader,
} from '@next-slots/core';
import {
  DiskReader,
  nextTargetOf,
  pageExtensionsOf,
  pathOnDisk,
  readPagesRouter,
  readProject,
  type AppLocation,
} from '@next-slots/core/node';
import type { Configuration } from '../config/configure.js';
import { requireTemplate } from '../config/require-template.js';
import { diskSources } from '../sources/disk-sources.js';
import type { AppSummary } from '../public/report.js';
import type { Progress } from '../terminal/progress.js';
import { isWithin, type FoundApp } from './find-apps.js';

/** Where an app's folders and files come from. */
export interface AppFiles {
  readonly folders: DirectoryReader;
  readonly sources: SourceReader;
  /** Why a file could not be read, for each such file so far. */
  readonly unread: ReadonlyMap<string, string>;
}

/** One app as a command sees it. */
export interface OpenedApp {
  readonly location: AppLocation;
  readonly app: App;
  readonly nextFrom: AppSummary['nextFrom'];
  /** What the app was read from. */
  readonly files: AppFiles;
  /** What was read of its files on disk, for those who read them again. */
  readonly known: KnownFiles;
  readonly checks: readonly ConfiguredCheck[];
  /** A file relative to the app directory as it is printed: relative to the command's folder. */
  readonly printed: (file: string) => string;
  /** Whether the command is about a file, given relative to the app directory. */
  readonly isAsked: (file: string) => boolean;
  /** Whether the configuration ignores what a check reports in a file, given relative to the app directory. */
  readonly isIgnored: (check: string, file: string) => boolean;
  /** The files that the command names, relative to the app directory. */
  readonly namedFiles: readonly string[];
}

/** What is known of an app's files, for a command that goes on while they change. */
export interface KnownFiles {
  readonly disk: DiskReader;
  readonly parsed: ParsedFiles;
}

/**
 * The files of an app as they are on disk.
 *
 * @param namedTemplate - The template that the command line names. Absolute.
 * @param known - What was read of them before.
 */
export function filesOnDisk(
  location: AppLocation,
  progress: Progress,
  namedTemplate?: string,
  { disk, parsed }: KnownFiles = knownFiles(location),
): AppFiles {
  const folders: DirectoryReader = {
    read: (path) => {
      progress.step('Reading folders');
      return disk.read(path);
    },
  };
  return { folders, ...diskSources(location, disk, progress, namedTemplate, parsed) };
}

/** Nothing, yet. */
function knownFiles({ appDir }: AppLocation): KnownFiles {
  return { disk: new DiskReader(appDir, true), parsed: new ParsedFiles() };
}

/**
 * Opens an app as it stands on disk.
 *
 * @param base - The folder that paths are printed relative to. Absolute.
 * @throws UsageError where the settings name a template that is not there.
 */
export function openApp(
  { location, within }: FoundApp,
  { settings, checks, isIgnored, namedTemplate }: Configuration,
  progress: Progress,
  base: string,
): OpenedApp {
  const known = knownFiles(location);
  const files = filesOnDisk(location, progress, namedTemplate, known);
  requireTemplate(settings, files.sources, location.root);
  const project = readProject(location.root);
  const extensions = pageExtensionsOf(settings, project);
  const pagesRouter = readPagesRouter(location.appDir, extensions);
  const tree = buildRouteTree(files.folders, extensions, undefined, pagesRouter);
  const appDir = relativePath(base, location.appDir);
  return {
    location,
    nextFrom: settings.nextVersion === undefined ? project.versionFrom : 'setting',
    files,
    known,
    app: { tree, next: nextTargetOf(settings, project), settings, sources: files.sources },
    checks,
    printed: (file) =>
      appDir.startsWith('..')
        ? relativePath(base, pathOnDisk(location, file))
        : posix.join(appDir, file),
    isAsked: (file) => within === undefined || isWithin(pathOnDisk(location, file), within),
    isIgnored: (check, file) => isIgnored(check, pathOnDisk(location, file)),
    namedFiles: within?.files.map((file) => relativePath(location.appDir, file)) ?? [],
  };
}

/** The same app after its files have changed. */
export function reopenApp(opened: OpenedApp, files: AppFiles): OpenedApp {
  const { tree, next, settings } = opened.app;
  const again = buildRouteTree(files.folders, tree.pageExtensions, tree, tree.pagesRouter);
  return { ...opened, files, app: { tree: again, next, settings, sources: files.sources } };
}

/** Sums an app up. */
export function summarise(opened: OpenedApp, base: string): AppSummary {
  const { location, app } = opened;
  let segments = 0;
  let slots = 0;
  for (const { segment } of walkSegments(app.tree)) {
    segments += 1;
    slots += segment.slots.length;
  }
  return {
    root: relativePath(base, location.root),
    appDir: relativePath(base, location.appDir),
    next: app.next.version,
    nextFrom: opened.nextFrom,
    bundler: app.next.bundler,
    segments,
    slots,
    routes: matchesOf(app).routes.length,
  };
}

/** A path relative to a folder, `/` between folders; `.` for the folder itself. */
export function relativePath(base: string, path: string): string {
  return relative(base, path).split(sep).join('/') || '.';
}
