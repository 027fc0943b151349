import { join, resolve, sep } from 'node:path';
import { printable } from '@next-slots/core';
import { findAppOfFile, findAppsBelow, isInside, type AppLocation } from '@next-slots/core/node';
import { UsageError } from '../command-line/usage-error.js';
import type { Configurations } from '../config/configure.js';
import { existingFolder } from './existing-folder.js';

/** An app that a command is about. */
export interface FoundApp {
  readonly location: AppLocation;
  /** Absolute folders inside the app to which the command is narrowed; undefined for the whole app. */
  readonly within: readonly string[] | undefined;
}

/** Where a command looks, and what it found. */
export interface FoundApps {
  /** The folder that paths are printed relative to: the one named, else the current one. Absolute. */
  readonly base: string;
  /** In the order of their paths. */
  readonly apps: readonly FoundApp[];
}

/**
 * Finds the apps that folders hold. A folder inside an app directory stands for that part of the app.
 *
 * @throws UsageError where a folder is not there or holds no app.
 */
export async function findApps(
  dirs: readonly string[],
  configurations: Configurations,
): Promise<FoundApps> {
  const folders = dirs.map(existingFolder);
  const found = new Map<string, FoundApp>();
  for (const folder of folders) {
    const { settings } = await configurations.at(folder);
    for (const { location: place, within } of appsOf(folder, settings.appDir)) {
      const location = { ...place, workspace: workspaceOf(place, configurations) };
      const before = found.get(location.appDir);
      const isWhole = within === undefined || (before && before.within === undefined);
      found.set(location.appDir, {
        location,
        within: isWhole ? undefined : [...(before?.within ?? []), ...within],
      });
    }
  }
  return {
    base: (folders.length === 1 ? folders[0] : undefined) ?? process.cwd(),
    apps: [...found.values()].sort((a, b) => (a.location.appDir < b.location.appDir ? -1 : 1)),
  };
}

function appsOf(folder: string, appDir: string | undefined): readonly FoundApp[] {
  const settings = appDir === undefined ? {} : { appDir };
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
  return { location, within: folder === location.appDir ? undefined : [folder] };
}

/** Whether a file belongs to what a command is narrowed to. */
export function isWithin(file: string, within: readonly string[] | undefined): boolean {
  return within?.some((folder) => file.startsWith(folder + sep)) ?? true;
}

function notFound(folder: string, appDir: string | undefined): string {
  if (appDir !== undefined) {
    return `There is no app directory ${printable(resolve(folder, appDir))}.`;
  }
  return [
    'No app directory found. Looked for:',
    `  ${printable(join(folder, 'app'))}`,
    `  ${printable(join(folder, 'src', 'app'))}`,
    `  the same in every folder below that has a next.config or a package.json that asks for next`,
    'Name the folder of a Next.js project, or its app directory with --app-dir.',
  ].join('\n');
}
