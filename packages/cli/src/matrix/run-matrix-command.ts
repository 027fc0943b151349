import { resolve } from 'node:path';
import { summarise } from '../apps/open-app.js';
import { requireFolder } from '../apps/named-path.js';
import { openApps, type OpenedApps } from '../apps/open-apps.js';
import { exitStatus, type ExitStatus } from '../command-line/exit-status.js';
import type { ProjectFlags } from '../command-line/shared-options.js';
import { createProgress } from '../terminal/progress.js';
import { print, printedJson } from '../terminal/print.js';
import { terminalWidth } from '../terminal/terminal-width.js';
import { filterRoutes, type MatrixFilter } from './filter-matrix.js';
import { publicRoutes } from './public-routes.js';

/** The flags of `next-slots matrix`. */
export interface MatrixFlags extends ProjectFlags, MatrixFilter {
  /** False with `--no-truncate`. */
  readonly truncate: boolean;
  readonly format: 'text' | 'json';
  readonly html?: string;
}

/** `next-slots matrix`: prints what every slot shows at every URL. */
export async function runMatrixCommand(dir: string, flags: MatrixFlags): Promise<ExitStatus> {
  requireFolder(dir);
  const progress = createProgress();
  const opened = await openApps([dir], flags, progress);
  if (flags.html !== undefined) {
    const { writePage } = await import('./write-page.js');
    writePage(resolve(flags.html), opened);
  }
  const output = await outputOf(opened, flags);
  progress.end();
  print(output);
  return exitStatus.clean;
}

async function outputOf(opened: OpenedApps, flags: MatrixFlags): Promise<string> {
  if (flags.format === 'json') return json(opened, flags);
  return flags.html === undefined ? text(opened, flags) : `Written to ${flags.html}\n`;
}

async function text(opened: OpenedApps, flags: MatrixFlags): Promise<string> {
  const { printMatrix } = await import('./print-matrix.js');
  return printMatrix(opened, flags, flags.truncate ? terminalWidth() : Infinity);
}

/** One JSON object; its names are a public contract. */
function json({ base, apps }: OpenedApps, flags: MatrixFlags): string {
  const printed = {
    version: 1,
    apps: apps.map((opened) => summarise(opened, base)),
    routes: apps.flatMap((opened) => filterRoutes(opened, publicRoutes(opened), flags)),
  };
  return printedJson(printed);
}
