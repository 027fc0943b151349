import { printable } from '@next-slots/core';
import { completeVersion, supportedLines, supportedVersion } from '@next-slots/core/node';
import { printError } from '../terminal/print.js';
import type { OpenedApp } from './open-app.js';

/** Says on standard error which version is assumed for a Next.js that next-slots does not know. */
export function tellUnsupported(apps: readonly OpenedApp[]): void {
  const { oldest, newest } = supportedLines;
  for (const version of new Set(
    apps.map(({ app }) => app.settings.nextVersion ?? app.next.version),
  )) {
    const asked = completeVersion(version);
    const assumed = supportedVersion(asked);
    if (assumed === asked) continue;
    printError(
      `Next.js ${printable(version)} is not supported (${oldest} to ${newest}). Checking against ${assumed} instead.\n`,
    );
  }
}
