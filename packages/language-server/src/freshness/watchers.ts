import { relative, sep } from 'node:path';
import { isInside } from '@next-slots/core/node';
import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver/node';
import type { ClientFeatures } from '../client-features.js';
import { uriOfPath } from '../file-uri.js';
import type { AppPlace, Folder } from '../workspace.js';

/** What every workspace is watched for: route files, and what makes a folder an app. */
const everywhere = [
  '**/app/**',
  '**/app',
  '**/{package.json,next.config.js,next.config.mjs,next.config.cjs,next.config.ts,next.config.mts}',
  '**/{tsconfig.json,jsconfig.json}',
];

/** Asks the client for the events of files that are created, changed or deleted. */
export async function registerWatchers(
  connection: Connection,
  features: ClientFeatures,
  folders: readonly Folder[],
  apps: readonly AppPlace[],
): Promise<Disposable> {
  const watchers: FileSystemWatcher[] = everywhere.map((globPattern) => ({ globPattern }));
  for (const { location } of apps) {
    if (isCovered(location.appDir, folders)) continue;
    watchers.push({
      globPattern: features.relativePatterns
        ? { baseUri: uriOfPath(location.appDir), pattern: '**/*' }
        : `${location.appDir.split(sep).join('/')}/**`,
    });
  }
  return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Whether a pattern for folders called `app` reaches an app directory. */
function isCovered(appDir: string, folders: readonly Folder[]): boolean {
  return folders.some(
    ({ path }) => isInside(appDir, path) && relative(path, appDir).split(sep).includes('app'),
  );
}
