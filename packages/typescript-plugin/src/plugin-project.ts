import { namingUnread } from '@next-slots/core';
import type { AppLocation, Project } from '@next-slots/core/node';
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
  /** Names a file that could not be read, once in the log. */
  readonly nameUnread: (file: string) => void;
  options: PluginOptions;
  /** The apps that files were found in, by the folder of the file. */
  readonly apps: Map<string, StampedApp>;
}

/** The app that a file lies in, and the Next project around it. */
export interface AppOfFile {
  readonly location: AppLocation;
  readonly next: Project;
}

/** What was found for the files of a folder, and how to see whether it still holds. */
export interface StampedApp extends AppOfFile {
  readonly options: PluginOptions;
  readonly stamped: readonly string[];
  readonly stamp: string | undefined;
}

/** What an extension works with. */
export interface ServiceContext {
  readonly project: PluginProject;
  /** The service as it was given to us: asking it never comes back here. */
  readonly service: ts.LanguageService;
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
    nameUnread: namingUnread(log),
    options: readOptions(info.config, log),
    apps: new Map(),
  };
}
