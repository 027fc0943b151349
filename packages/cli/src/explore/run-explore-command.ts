import { once } from 'node:events';
import { relativePath } from '../apps/open-app.js';
import { openApps } from '../apps/open-apps.js';
import { exitStatus, type ExitStatus } from '../command-line/exit-status.js';
import type { ProjectFlags } from '../command-line/shared-options.js';
import { print, printableLines, printError } from '../terminal/print.js';
import { createProgress, silent, type Progress } from '../terminal/progress.js';
import { fileLinkTo } from './file-link.js';
import { LiveApp } from './live-app.js';
import { serveExplorer } from './serve-explorer.js';
import { watchApps } from './watch-apps.js';

/** The flags of `next-slots explore`. */
export interface ExploreFlags extends ProjectFlags {
  readonly open: boolean;
  readonly port?: number;
  readonly editor: string;
}

/** How long it may take to close all connections, in milliseconds. */
const mostToClose = 300;

/** How long nothing must change before the checks run, in milliseconds. */
const pauseBeforeChecks = 100;

/** `next-slots explore`: serves the explorer of the apps in a folder until somebody stops it. */
export async function runExploreCommand(dir: string, flags: ExploreFlags): Promise<ExitStatus> {
  const progress = createProgress();
  let live = await openLive(dir, flags, progress);
  progress.end();

  const server = await serveExplorer({
    port: flags.port ?? 0,
    apps: () => live.map(({ shown }) => shown),
    findings: (name, target) => live.find(({ shown }) => shown.name === name)?.findings(target),
  });
  let checks: NodeJS.Timeout | undefined;
  const checkSoon = () => {
    clearTimeout(checks);
    checks = setTimeout(() => {
      for (const each of live) void each.check().then(server.publishChange, tellFailure);
    }, pauseBeforeChecks);
  };
  const watchAll = () =>
    watchApps(
      live.map(({ location }) => location),
      {
        onFiles: ({ appDir }, paths) => {
          const app = live.find(({ location }) => location.appDir === appDir);
          server.publishChange(app?.look(paths));
          checkSoon();
        },
        onProject: () => void reopen(),
        onLimit: tellLimit,
      },
    );
  let stopWatching = watchAll();
  const reopen = async () => {
    try {
      live = await openLive(dir, flags, silent);
      stopWatching();
      stopWatching = watchAll();
      server.publishApps();
    } catch (error) {
      // Half-written configuration: the page shows what was there before.
      tellFailure(error);
    }
  };
  print(`The explorer runs at ${server.url}\nPress Ctrl+C to stop it.\n`);
  if (flags.open) await openBrowser(server.url);

  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  clearTimeout(checks);
  stopWatching();
  // A page that does not let go of its connection would keep the process.
  setTimeout(() => process.exit(exitStatus.clean), mostToClose).unref();
  await server.close();
  return exitStatus.clean;
}

async function openLive(
  dir: string,
  flags: ExploreFlags,
  progress: Progress,
): Promise<readonly LiveApp[]> {
  const { base, apps } = await openApps([dir], flags, progress);
  return apps.map((opened) => {
    const { appDir } = opened.location;
    return new LiveApp(opened, relativePath(base, appDir), fileLinkTo(flags.editor, appDir));
  });
}

function tellLimit(code: string): void {
  const remedy = code === 'ENOSPC' ? 'fs.inotify.max_user_watches' : 'the limit of open files';
  printError(
    `Not all folders are followed, since the system watches no more of them (${code}). Raise ${remedy} and start again.\n`,
  );
}

/** What goes wrong while the explorer runs does not end it. */
function tellFailure(error: unknown): void {
  printError(`${printableLines(error instanceof Error ? error.message : String(error))}\n`);
}

/** Where there is no browser, as on a server, the address is printed all the same. */
async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  try {
    const child = await open(url);
    child.on('error', () => undefined);
  } catch {
    print('Could not open a browser. Open the address yourself.\n');
  }
}
