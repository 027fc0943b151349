import { walkSegments } from '@next-slots/core';
import {
  inWritableFolder,
  isDraft,
  pathOnDisk,
  removeStaleDrafts,
  type AppLocation,
} from '@next-slots/core/node';
import type { OpenedApp } from '../apps/open-app.js';

/** Removes the half-written files that a killed run left, under names that Next does not see. */
export function removeLeftovers({ app, files, location }: OpenedApp): void {
  for (const { segment } of walkSegments(app.tree)) {
    const { entries } = files.folders.read(segment.path);
    if (entries.some(({ name }) => isDraft(name))) {
      removeDrafts(location, pathOnDisk(location, segment.path));
    }
  }
}

function removeDrafts(location: AppLocation, folder: string): void {
  try {
    inWritableFolder(location, folder, (path) => {
      removeStaleDrafts(path);
    });
  } catch {
    // A folder where nothing is ours, or that went meanwhile.
  }
}
