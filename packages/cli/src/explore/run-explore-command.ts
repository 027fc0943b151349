import { describeApp, describeFindings, type ExplorerApp } from '@next-slots/explorer';
import { relativePath, type OpenedApp } from '../apps/open-app.js';
import { openApps, type OpenedApps } from '../apps/open-apps.js';
import { exitStatus, type ExitStatus } from '../command-line/exit-status.js';
import type { ProjectFlags } from '../command-line/shared-options.js';
import { print, printableLines, printError } from '../terminal/print.js';
import { createProgress } from '../terminal/progress.js';
import { fileLinkTo } from './file-link.js';
import { serveExplorer } from './serve-explorer.js';
import { watchApps } from './watch-apps.js';

/** The flags of `next-slots explore`. */
export interface ExploreFlags extends ProjectFlags {
  readonly open: boolean;
  readonly port?: number;
  readonly editor: string;
}

/** `next-slots explore`: serves the explorer of the apps in a folder until somebody stops it. */
export async function runExploreCommand(dir: string, flags: ExploreFlags): Promise<ExitStatus> {
  const progress = createProgress();
  let opened = await openApps([dir], flags, progress);
  const describe = () => opened.apps.map((app) => describeOpened(opened, app, flags));
  let apps = describe();
  progress.end();

  const server = await serveExplorer({
    port: flags.port ?? 0,
    apps: () => apps,
    findings: (name, target) => {
      const app = opened.apps.find((each) => nameOf(opened, each) === name);
      return app && describeFindings(app, target).findings;
    },
  });
  const watcher = watchApps(opened, async () => {
    try {
      opened = await openApps([dir], flags, createProgress());
      apps = describe();
      server.publish();
    } catch (error) {
      // Half-written configuration: the page shows what was there before.
      printError(`${printableLines(error instanceof Error ? error.message : String(error))}\n`);
    }
  });
  print(`The explorer runs at ${server.url}\nPress Ctrl+C to stop it.\n`);
  if (flags.open) await openBrowser(server.url);

  await stopped();
  await Promise.all([watcher.close(), server.close()]);
  return exitStatus.clean;
}

function describeOpened(opened: OpenedApps, app: OpenedApp, { editor }: ExploreFlags): ExplorerApp {
  const fileLink = fileLinkTo(editor, app.location.appDir);
  return describeApp({
    name: nameOf(opened, app),
    app: app.app,
    checks: app.checks,
    ...(fileLink !== undefined && { fileLink }),
  });
}

function nameOf({ base }: OpenedApps, { location }: OpenedApp): string {
  return relativePath(base, location.appDir);
}

/** Where there is no browser, as on a server, the address is printed all the same. */
async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  try {
    const child = await open(url);
    child.on('error', () => undefined);
  } catch {
    print('No browser could be opened: open the address yourself.\n');
  }
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}
