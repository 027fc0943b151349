import { walkSegments } from '@next-slots/core';
import { isDraft, pathOnDisk, removeStaleDrafts } from '@next-slots/core/node';
import type { OpenedApp } from '../apps/open-app.js';

/** Removes the half-written files that a killed run left, under names that Next does not see. */
export function removeLeftovers({ app, files, location }: OpenedApp): void {
  for (const { segment } of walkSegments(app.tree)) {
    const { entries } = files.folders.read(segment.path);
    if (entries.some(({ name }) => isDraft(name))) {
      removeStaleDrafts(pathOnDisk(location, segment.path));
    }
  }
}
