import { join } from 'node:path';
import { printable } from '@next-slots/core';
import { diskFiles, readManifest } from '@next-slots/core/node';
import { relativePath, type OpenedApp } from '../apps/open-app.js';
import { printError } from '../terminal/print.js';

/**
 * Says on standard error what could not be read, so that nobody takes silence about it for praise.
 *
 * @param base - The folder that paths are printed relative to.
 */
export function tellUnread(apps: readonly OpenedApp[], base: string): void {
  for (const opened of apps) {
    const { root } = opened.location;
    const manifest = join(root, 'package.json');
    if (diskFiles.isFile(manifest) && readManifest(root) === undefined) {
      tell(relativePath(base, manifest), 'it is not valid JSON');
    }
    const unread = [...opened.files.unread].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [file, reason] of unread) {
      if (opened.isAsked(file)) tell(opened.printed(file), reason);
    }
  }
}

function tell(file: string, reason: string): void {
  printError(`Skipped ${printable(file)}: ${printable(reason)}.\n`);
}
