import { basename, relative, sep } from 'node:path';
import { isInside, type AppLocation } from '@next-slots/core/node';
import type { Folder } from '../workspace.js';

/**
 * An app directory relative to the folder that the client has open around it, `/` between folders;
 * where several are open, behind that folder's name.
 */
export function appName({ appDir }: AppLocation, folders: readonly Folder[]): string {
  const folder = folders.find(({ path }) => isInside(appDir, path));
  if (!folder) return appDir;
  const way = relative(folder.path, appDir).split(sep).join('/') || '.';
  return folders.length > 1 ? `${basename(folder.path)}/${way}` : way;
}
