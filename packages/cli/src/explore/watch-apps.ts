import { join } from 'node:path';
import { isInside, type AppLocation } from '@next-slots/core/node';
import { watch, type FSWatcher } from 'chokidar';

/** Changes come in bursts; so long is waited for their end, in milliseconds. */
const pause = 25;

/** What hears of changes. */
export interface ChangeListener {
  /** Files and folders of an app were created, changed or deleted. Absolute paths. */
  readonly onFiles: (location: AppLocation, paths: ReadonlySet<string>) => void;
  /** What configures an app changed, or its `pages` directory. */
  readonly onProject: () => void;
}

/** Hears of changes to apps: their files, and what configures them. */
export function watchApps(
  locations: readonly AppLocation[],
  { onFiles, onProject }: ChangeListener,
): FSWatcher {
  const watched = locations.flatMap(({ root, appDir }) => [
    appDir,
    join(appDir, '..', 'pages'),
    join(root, 'package.json'),
    ...configFiles.map((name) => join(root, name)),
  ]);
  const watcher = watch(watched, {
    ignoreInitial: true,
    ignored: (path) => /[\\/](?:node_modules|\.next|\.git)(?:[\\/]|$)/u.test(path),
  });
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    const paths = [...changed];
    changed = new Set();
    const isOfApp = (path: string) => locations.some(({ appDir }) => isInside(path, appDir));
    if (!paths.every(isOfApp)) onProject();
    for (const location of locations) {
      const own = new Set(paths.filter((path) => isInside(path, location.appDir)));
      if (own.size > 0) onFiles(location, own);
    }
  };
  watcher.on('all', (_event, path) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
  });
  // A folder that cannot be watched is one whose changes are not seen: the rest goes on.
  watcher.on('error', () => undefined);
  return watcher;
}

const configFiles = [
  ...['js', 'mjs', 'cjs', 'ts', 'mts'].map((extension) => `next.config.${extension}`),
  ...['js', 'mjs', 'ts', 'json'].map((extension) => `next-slots.config.${extension}`),
];
