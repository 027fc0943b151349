import { Configurations, type ConfigFlags } from '../config/configure.js';
import { loadParserAhead } from '../sources/load-parser.js';
import type { Progress } from '../terminal/progress.js';
import { findApps } from './find-apps.js';
import { openApp, type OpenedApp } from './open-app.js';
import { tellUnsupported } from './tell-unsupported.js';

/** The apps of a command. */
export interface OpenedApps {
  /** The folder that paths are printed relative to. Absolute. */
  readonly base: string;
  readonly apps: readonly OpenedApp[];
}

/**
 * Opens every app that folders hold or that files lie in, as they stand on disk.
 *
 * @throws UsageError where a name is not that of a file or folder, or a folder holds no app.
 */
export async function openApps(
  names: readonly string[],
  flags: ConfigFlags,
  progress: Progress,
): Promise<OpenedApps> {
  const configurations = new Configurations(flags);
  const found = await findApps(names, configurations);
  await loadParserAhead();
  const apps: OpenedApp[] = [];
  for (const app of found.apps) {
    const configuration = await configurations.at(app.location.root);
    apps.push(openApp(app, configuration, progress, found.base));
  }
  tellUnsupported(apps);
  return { base: found.base, apps };
}
