import {
  nextTargetOf,
  pageExtensionsOf,
  readProject,
  type AppLocation,
  type Project,
} from '@next-slots/core/node';
import type ts from 'typescript';
import { hostFilesOf, type HostFiles } from './host-files.js';
import { createLog, type Log } from './logger.js';
import { readOptions, type PluginOptions } from './plugin-options.js';

/** What the plugin holds for one project of tsserver. */
export interface PluginProject {
  readonly ts: typeof ts;
  readonly host: ts.server.Project;
  readonly files: HostFiles;
  readonly log: Log;
  options: PluginOptions;
  /** What was last read of each Next project, by its root. A stamp changes with its files. */
  readonly nextProjects: Map<string, StampedProject>;
}

interface StampedProject {
  readonly read: Project;
  readonly stamp: string | undefined;
}

/** Sets up what one project of tsserver needs. */
export function createPluginProject(
  typescript: typeof ts,
  info: ts.server.PluginCreateInfo,
): PluginProject {
  const log = createLog(info);
  return {
    ts: typescript,
    host: info.project,
    files: hostFilesOf(info),
    log,
    options: readOptions(info.config, log),
    nextProjects: new Map(),
  };
}

/** The page extensions and the Next version of an app, read again when their files have changed. */
export function nextProjectOf(project: PluginProject, { root }: AppLocation) {
  const known = project.nextProjects.get(root);
  const stamp = stampOf(root, project.files);
  const current =
    known && stamp !== undefined && known.stamp === stamp
      ? known
      : { read: readProject(root, project.files), stamp };
  if (current !== known) project.nextProjects.set(root, current);
  return {
    pageExtensions: pageExtensionsOf(project.options, current.read),
    next: () => nextTargetOf(project.options, current.read),
  };
}

const stampedFiles = [
  'package.json',
  'next.config.js',
  'next.config.mjs',
  'next.config.cjs',
  'next.config.ts',
  'next.config.mts',
  'node_modules/next/package.json',
];

/** Changes when a file does that says something about the project; undefined where nobody knows. */
function stampOf(root: string, files: HostFiles): string | undefined {
  const times = stampedFiles.map((name) => files.changedAt(`${root}/${name}`));
  return times.every((time) => time === undefined) ? undefined : times.join(' ');
}
