import { readdirSync, type Dirent } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { compareText, type Settings } from '@next-slots/core';
import { findNextConfig } from './next-config.js';
import { isInside } from './is-inside.js';
import { nextRange, readManifest } from './next-version.js';
import { diskFiles, type ProjectFiles } from './project-files.js';

/** Where an app lies on disk. */
export interface AppLocation {
  /** The project's folder, where `next.config` and `package.json` stand. Absolute. */
  readonly root: string;
  /** The app directory. Absolute. */
  readonly appDir: string;
  /**
   * The folder that a person opened, or runs us in, if the app lies in it; else the project's. Nothing
   * is written outside the repository that it really lies in. Absolute.
   */
  readonly workspace: string;
}

/** Where an app lies, whoever opened it. */
type AppPlace = Omit<AppLocation, 'workspace'>;

/**
 * Finds the app directory that a file lies in.
 *
 * An `app` folder, or `src/app` where no `app` stands beside `src`, is an app directory when the
 * folder around it is a Next project: it has a `next.config`, or a `package.json` that asks for
 * `next`. Without any such sign it is one only directly below `cwd`.
 *
 * @param file - Absolute.
 * @returns undefined for a file outside every app directory.
 */
export function findAppOfFile(
  file: string,
  cwd: string,
  settings: Pick<Settings, 'appDir'>,
  files: ProjectFiles = diskFiles,
): AppLocation | undefined {
  if (settings.appDir !== undefined) {
    const appDir = resolve(cwd, settings.appDir);
    // The setting is one of the project: whoever opened that did not choose where it leads.
    return isBelow(file, appDir)
      ? { root: projectRootOf(appDir, files), appDir, workspace: resolve(cwd) }
      : undefined;
  }
  // The cheap question first: most files of a repository lie in no folder called `app`.
  if (!file.includes(`${sep}app${sep}`)) return undefined;
  let atCwd: AppPlace | undefined;
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
    if (basename(folder) !== 'app') continue;
    const location = asAppDirectory(folder, files);
    if (!location) continue;
    if (isNextProject(location.root, files)) return openedIn(cwd, location);
    if (location.root === resolve(cwd)) atCwd = location;
  }
  return atCwd && openedIn(cwd, atCwd);
}

/** Adds the folder that was opened, where the app lies in that. */
function openedIn(folder: string, { root, appDir }: AppPlace): AppLocation {
  const opened = resolve(folder);
  return { root, appDir, workspace: isBelow(appDir, opened) ? opened : root };
}

/** Folders that never hold an app of the repository's own. */
const skippedFolders = new Set(['node_modules', 'dist', 'build', 'out', 'coverage']);

/**
 * Finds every app at or below a folder, in path order. The folder itself needs no sign of being a
 * Next project; those below do.
 */
export function findAppsBelow(folder: string, settings: Pick<Settings, 'appDir'>): AppLocation[] {
  const workspace = resolve(folder);
  const places =
    settings.appDir === undefined ? appsIn(workspace, true) : appAt(workspace, settings.appDir);
  return Array.from(places, (place) => ({ ...place, workspace }));
}

function appAt(start: string, chosen: string): readonly AppPlace[] {
  const appDir = resolve(start, chosen);
  return diskFiles.isDirectory(appDir) ? [{ root: projectRootOf(appDir, diskFiles), appDir }] : [];
}

function* appsIn(folder: string, isStart: boolean): Generator<AppPlace> {
  const entries = entriesOf(folder);
  // Next takes a linked app directory for one, but links are not followed to look for further apps.
  const holds = (name: string) =>
    entries.some(
      (entry) =>
        entry.name === name &&
        (entry.isDirectory() ||
          (entry.isSymbolicLink() && diskFiles.isDirectory(join(folder, name)))),
    );
  const appDir = holds('app')
    ? join(folder, 'app')
    : holds('src') && diskFiles.isDirectory(join(folder, 'src', 'app'))
      ? join(folder, 'src', 'app')
      : undefined;
  const isApp = appDir !== undefined && (isStart || isNextProject(folder, diskFiles));
  if (isApp) yield { root: folder, appDir };
  for (const entry of entries) {
    const { name } = entry;
    const below = join(folder, name);
    if (!entry.isDirectory() || name.startsWith('.') || skippedFolders.has(name)) continue;
    if (isApp && (below === appDir || below === dirname(appDir))) continue;
    yield* appsIn(below, false);
  }
}

/** The app location of a folder called `app`, by Next's order: `app` hides `src/app`. */
function asAppDirectory(appDir: string, files: ProjectFiles): AppPlace | undefined {
  const root = projectRootOf(appDir, files);
  const isInSrc = root !== dirname(appDir);
  return isInSrc && files.isDirectory(join(root, 'app')) ? undefined : { root, appDir };
}

/** The project around an app directory, which may lie in a folder `src` of it. */
function projectRootOf(appDir: string, files: ProjectFiles): string {
  const parent = dirname(appDir);
  return basename(parent) === 'src' && !isNextProject(parent, files) ? dirname(parent) : parent;
}

function isNextProject(folder: string, files: ProjectFiles): boolean {
  return (
    findNextConfig(folder, files) !== undefined ||
    nextRange(readManifest(folder, files)) !== undefined
  );
}

function isBelow(file: string, folder: string): boolean {
  return file !== folder && isInside(file, folder);
}

/** What a folder holds, by name; nothing where it cannot be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => compareText(a.name, b.name));
  } catch {
    return [];
  }
}
