import type ts from 'typescript';
import type { StampedApp } from './known-app.js';
import { hostFilesOf, type HostFiles } from './host-files.js';
import { createLog, type Log } from './logger.js';
import { readOptions, type PluginOptions } from './plugin-options.js';

/** What the plugin holds for one project of tsserver. */
export interface PluginProject {
  readonly ts: typeof ts;
  readonly host: ts.server.Project;
  readonly files: HostFiles;
  readonly log: Log;
  /** The files that the log has named because they could not be read. */
  readonly unread: Set<string>;
  options: PluginOptions;
  /** The apps that files were found in, by the folder of the file. */
  readonly apps: Map<string, StampedApp>;
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
    unread: new Set(),
    options: readOptions(info.config, log),
    apps: new Map(),
  };
}
