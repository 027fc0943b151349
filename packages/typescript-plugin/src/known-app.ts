import type { AppLocation, Project } from '@next-slots/core/node';
import type { PluginOptions } from './plugin-options.js';

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
