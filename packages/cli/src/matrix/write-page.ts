import { lstatSync, writeFileSync } from 'node:fs';
import { printable } from '@next-slots/core';
import { errorCode } from '@next-slots/core/node';
import { describeApp, offeredTargets, standalonePage } from '@next-slots/explorer';
import * as assets from '@next-slots/explorer/assets';
import { relativePath } from '../apps/open-app.js';
import type { OpenedApps } from '../apps/open-apps.js';
import { UsageError } from '../command-line/usage-error.js';

/**
 * Writes the explorer with the apps as one page that needs nothing else.
 *
 * @throws UsageError where the file cannot be written.
 */
export function writePage(file: string, { base, apps }: OpenedApps): void {
  const page = standalonePage(
    apps.map((opened) =>
      describeApp(
        { ...opened, name: relativePath(base, opened.location.appDir) },
        offeredTargets(opened.app.next),
      ),
    ),
    assets,
  );
  try {
    // A project may hold a link of that name.
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
      throw new Error('it is a symbolic link');
    }
    writeFileSync(file, page);
  } catch (error) {
    throw new UsageError(`${printable(file)} cannot be written: ${errorCode(error)}`);
  }
}
