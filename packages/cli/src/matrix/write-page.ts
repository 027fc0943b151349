import { describeApp, offeredTargets, standalonePage } from '@next-slots/explorer';
import * as assets from '@next-slots/explorer/assets';
import { relativePath } from '../apps/open-app.js';
import type { OpenedApps } from '../apps/open-apps.js';
import { writeNamedFile } from '../command-line/write-named-file.js';

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
  writeNamedFile(file, page);
}
