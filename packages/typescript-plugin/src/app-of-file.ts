import { dirname, normalize } from 'node:path';
import {
  findAppOfFile,
  findNextConfig,
  readProject,
  type AppLocation,
} from '@next-slots/core/node';
import type { HostFiles } from './host-files.js';
import type { AppOfFile, PluginProject } from './plugin-project.js';

/**
 * Finds the app directory that a file lies in, where it lies in one. That takes a dozen looks at the
 * disk, so the answer is kept until one of the few files and folders that it depends on changes.
 */
export function appOfFile(project: PluginProject, fileName: string): AppOfFile | undefined {
  const { apps, files, host, options } = project;
  const folder = dirname(normalize(fileName));
  const known = apps.get(folder);
  if (known?.stamp !== undefined && known.options === options) {
    if (stampOf(known.stamped, files) === known.stamp) return known;
  }
  const cwd = normalize(host.getCurrentDirectory());
  const location = findAppOfFile(normalize(fileName), cwd, options, files);
  if (!location) return undefined;
  const stamped = stampedPaths(location, files);
  const stamp = mayMoveUnseen(folder) ? undefined : stampOf(stamped, files);
  const found = { location, next: readProject(location.root, files), options, stamped, stamp };
  apps.set(folder, found);
  return found;
}

/** Folders change when a file comes or goes in them, files when they are written. */
function stampedPaths({ root, appDir }: AppLocation, files: HostFiles): readonly string[] {
  const config = findNextConfig(root, files);
  return [
    root,
    dirname(appDir),
    `${root}/package.json`,
    `${root}/node_modules/next/package.json`,
    ...(config === undefined ? [] : [config]),
  ].filter((path, index, all) => all.indexOf(path) === index);
}

/** Where several folders are called `app`, any of them may become the root of a project. */
function mayMoveUnseen(folder: string): boolean {
  return folder.split(/[\\/]/u).filter((name) => name === 'app').length > 1;
}

/** Undefined where nobody knows when a file was changed. */
function stampOf(paths: readonly string[], files: HostFiles): string | undefined {
  const times = paths.map((path) => files.changedAt(path));
  return times.every((time) => time === undefined) ? undefined : times.join(' ');
}
