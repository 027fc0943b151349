import { watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { remembered } from '@next-slots/core';
import { errorCode, type AppLocation } from '@next-slots/core/node';
import { isLimit, watchFolders } from './watch-folders.js';

/** Changes come in bursts; so long is waited for their end, in milliseconds. */
const pause = 25;

/** What hears of changes. */
export interface ChangeListener {
  /** Files and folders of an app were created, changed or deleted. Absolute paths. */
  readonly onFiles: (location: AppLocation, paths: ReadonlySet<string>) => void;
  /** What configures an app changed, its `pages` directory, or the app directory itself came or went. */
  readonly onProject: () => void;
  /** The system watches no more folders, so that some changes are not heard of. Heard once. */
  readonly onLimit: (code: string) => void;
}

/**
 * Hears of changes to apps: their files, and what configures them.
 *
 * @returns what ends it.
 */
export function watchApps(
  locations: readonly AppLocation[],
  { onFiles, onProject, onLimit }: ChangeListener,
): () => void {
  const changed = new Map<AppLocation, Set<string>>();
  let isProject = false;
  let isLimited = false;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    const files = [...changed];
    const ofProject = isProject;
    changed.clear();
    isProject = false;
    if (ofProject) onProject();
    else for (const [location, paths] of files) onFiles(location, paths);
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
  };
  const onProjectChange = () => {
    isProject = true;
    wait();
  };
  const tellLimit = (code: string) => {
    if (!isLimited) onLimit(code);
    isLimited = true;
  };
  const ends = locations.flatMap((location) => [
    watchFolders(
      location.appDir,
      (path) => {
        remembered(changed, location, () => new Set<string>()).add(path);
        wait();
      },
      tellLimit,
    ),
    ...watchProject(location, onProjectChange, tellLimit),
  ]);
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}

function watchProject(
  { root, appDir }: AppLocation,
  onChange: () => void,
  onLimit: (code: string) => void,
): (() => void)[] {
  const around = dirname(appDir);
  const isFolder = (name: string) => name === basename(appDir) || name === 'pages';
  const ends = [...new Set([root, around])].flatMap((folder) => {
    try {
      // A folder changes with what lies in it; that alone is not of interest here.
      const watcher = watch(folder, (event, name) => {
        if (name === null || isConfig(name) || (event === 'rename' && isFolder(name))) onChange();
      }).on('error', () => undefined);
      return () => {
        watcher.close();
      };
    } catch (error) {
      if (isLimit(error)) onLimit(errorCode(error));
      return [];
    }
  });
  return [watchFolders(join(around, 'pages'), onChange, onLimit), ...ends];
}

/** Whether a file of a project's folder says how the app is built or checked. */
function isConfig(name: string): boolean {
  return /^(?:package\.json|next\.config\.(?:[cm]?js|m?ts)|next-slots\.config\.(?:m?js|ts|json))$/u.test(
    name,
  );
}
