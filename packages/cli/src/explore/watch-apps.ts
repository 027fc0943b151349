import { join } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { OpenedApps } from '../apps/open-apps.js';

/** Changes come in bursts; so long is waited for their end, in milliseconds. */
const pause = 50;

/** Hears of changes to apps: their files, and what configures them. A change while it works is not lost. */
export function watchApps({ apps }: OpenedApps, onChange: () => Promise<void>): FSWatcher {
  const watched = apps.flatMap(({ location: { root, appDir } }) => [
    appDir,
    join(appDir, '..', 'pages'),
    join(root, 'package.json'),
    ...['js', 'mjs', 'cjs', 'ts', 'mts'].map((extension) => join(root, `next.config.${extension}`)),
  ]);
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const watcher = watch(watched, {
    ignoreInitial: true,
    ignored: (path) => /[\\/](?:node_modules|\.next|\.git)(?:[\\/]|$)/u.test(path),
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(onChange);
    }, pause);
  });
  // A folder that cannot be watched is one whose changes are not seen: the rest goes on.
  watcher.on('error', () => undefined);
  return watcher;
}
