import { dirname, join, resolve, sep } from 'node:path';
import { printable, type Settings } from '@next-slots/core';
import { findAppOfFile, findAppsBelow, isInside, type AppLocation } from '@next-slots/core/node';
import { UsageError } from '../command-line/usage-error.js';
import type { Configurations } from '../config/configure.js';
import { namedPath, type NamedPath } from './named-path.js';

/** An app that a command is about. */
export interface FoundApp {
  readonly location: AppLocation;
  /** The parts of the app to which the command is narrowed; undefined for the whole app. */
  readonly within: AppParts | undefined;
}

/** Parts of an app that a command is about. Absolute paths. */
export interface AppParts {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Where a command looks, and what it found. */
export interface FoundApps {
  /** The folder that paths are printed relative to: the only one named, else the current one. Absolute. */
  readonly base: string;
  /** In the order of their paths. */
  readonly apps: readonly FoundApp[];
}

/**
 * Finds the apps that folders hold, and those that files lie in. A folder or file inside an app directory
 * stands for that part of the app. A file outside every app directory is left out: commit hooks name all
 * files of a commit.
 *
 * @throws UsageError where a path is not there or a folder holds no app.
 */
export async function findApps(
  names: readonly string[],
  configurations: Configurations,
): Promise<FoundApps> {
  const named = names.map(namedPath);
  const found = new Map<string, FoundApp>();
  for (const { path, isFile } of named) {
    const { settings } = await configurations.at(isFile ? dirname(path) : path);
    const apps = isFile ? appOfFile(path, settings) : appsOf(path, settings);
    for (const { location: place, within } of apps) {
      const location = { ...place, workspace: workspaceOf(place, configurations) };
      const before = found.get(location.appDir);
      found.set(location.appDir, {
        location,
        within: before ? together(before.within, within) : within,
      });
    }
  }
  return {
    base: baseOf(named),
    apps: [...found.values()].sort((a, b) => (a.location.appDir < b.location.appDir ? -1 : 1)),
  };
}

function baseOf([first, ...others]: readonly NamedPath[]): string {
  return first && !first.isFile && others.length === 0 ? first.path : process.cwd();
}

/** Two selections of one app as one: a whole app stays whole. */
function together(a: AppParts | undefined, b: AppParts | undefined): AppParts | undefined {
  if (!a || !b) return undefined;
  return { folders: [...a.folders, ...b.folders], files: [...a.files, ...b.files] };
}

function appOfFile(file: string, settings: Settings): readonly FoundApp[] {
  const location = findAppOfFile(file, process.cwd(), settings);
  return location ? [{ location, within: { folders: [], files: [file] } }] : [];
}

function appsOf(folder: string, settings: Settings): readonly FoundApp[] {
  const { appDir } = settings;
  const around = appDir === undefined ? appAround(folder, '') : undefined;
  if (around) return [around];
  const below = findAppsBelow(folder, settings);
  if (below.length > 0) return below.map((location) => ({ location, within: undefined }));
  // A folder called `app` is an app directory here even without a sign of Next around it.
  const here = appDir === undefined ? appAround(folder, process.cwd()) : undefined;
  if (here) return [here];
  throw new UsageError(notFound(folder, appDir));
}

/** The folder that who runs the command chose: the current one, else the one that is named. */
function workspaceOf(location: AppLocation, { namesAppDir }: Configurations): string {
  if (isInside(location.appDir, process.cwd())) return process.cwd();
  return namesAppDir ? location.root : location.workspace;
}

/** The app that a folder is the app directory of, or lies in. */
function appAround(folder: string, cwd: string): FoundApp | undefined {
  const location = findAppOfFile(join(folder, 'page.tsx'), cwd, {});
  if (!location) return undefined;
  return {
    location,
    within: folder === location.appDir ? undefined : { folders: [folder], files: [] },
  };
}

/** Whether a file belongs to what a command is narrowed to. */
export function isWithin(file: string, within: AppParts | undefined): boolean {
  if (!within) return true;
  return within.files.includes(file) || within.folders.some((each) => file.startsWith(each + sep));
}

function notFound(folder: string, appDir: string | undefined): string {
  if (appDir !== undefined) {
    return `There is no app directory ${printable(resolve(folder, appDir))}.`;
  }
  return [
    'No app directory found. Looked for:',
    `  ${printable(join(folder, 'app'))}`,
    `  ${printable(join(folder, 'src', 'app'))}`,
    `  the same in every folder below with a next.config, or a package.json that depends on next`,
    'Name the folder of a Next.js project, or its app directory with --app-dir.',
  ].join('\n');
}
