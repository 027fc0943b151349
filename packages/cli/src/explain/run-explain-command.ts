import {
  explainUrl,
  shownMatchesOf,
  nearestUrls,
  pathOf,
  printable,
  type Explanation,
} from '@next-slots/core';
import { type OpenedApp } from '../apps/open-app.js';
import { requireFolder } from '../apps/named-path.js';
import { openApps } from '../apps/open-apps.js';
import { exitStatus, type ExitStatus } from '../command-line/exit-status.js';
import { UsageError } from '../command-line/usage-error.js';
import type { ProjectFlags } from '../command-line/shared-options.js';
import { createProgress } from '../terminal/progress.js';
import { printExplanation } from './print-explanation.js';
import { publicFill } from '../fills/public-fill.js';
import { print, printedJson } from '../terminal/print.js';

/** The flags of `next-slots explain`. */
export interface ExplainFlags extends ProjectFlags {
  readonly from?: readonly string[];
  readonly format: 'text' | 'json';
}

/** `next-slots explain`: says what every slot shows at one URL. */
export async function runExplainCommand(
  url: string,
  dir: string,
  flags: ExplainFlags,
): Promise<ExitStatus> {
  requireFolder(dir);
  const progress = createProgress();
  const { apps } = await openApps([dir], flags, progress);
  const { opened, explanation } = choose(apps, url, flags.from ?? []);
  progress.end();
  print(
    flags.format === 'json' ? json(opened, explanation) : printExplanation(opened, explanation),
  );
  return exitStatus.clean;
}

interface Answer {
  readonly opened: OpenedApp;
  readonly explanation: Explanation;
}

/** The one app that has all the URLs. */
function choose(apps: readonly OpenedApp[], url: string, from: readonly string[]): Answer {
  const answers: Answer[] = [];
  let unknown: string | undefined;
  for (const opened of apps) {
    const explanation = explainUrl(shownMatchesOf(opened.app), url, from);
    if ('unknown' in explanation) unknown ??= explanation.unknown;
    else answers.push({ opened, explanation });
  }
  const [answer, another] = answers;
  if (!answer) throw new UsageError(unknownUrl(apps, unknown ?? pathOf(url)));
  if (another) throw new UsageError(severalApps(pathOf(url), answers));
  return answer;
}

function unknownUrl(apps: readonly OpenedApp[], url: string): string {
  const near = [...new Set(apps.flatMap((opened) => nearestUrls(shownMatchesOf(opened.app), url)))];
  const list = near.map((each) => `\n  ${printable(each)}`).join('');
  const hint = near.length === 0 ? '' : ` Closest routes:${list}`;
  return `No route matches ${printable(url)}.${hint}`;
}

function severalApps(url: string, answers: readonly Answer[]): string {
  const roots = answers.map(({ opened }) => `\n  ${printable(opened.location.root)}`);
  return `Several apps have ${printable(url)}. Name the folder of one:${roots.join('')}`;
}

/** One JSON object; its names are a public contract. */
function json(opened: OpenedApp, { url, route, outcome, from, hard, soft }: Explanation): string {
  const printed = {
    version: 1,
    url,
    route,
    outcome,
    from,
    hard: hard.map((fill) => publicFill(opened, fill)),
    soft: soft.map((fill) => publicFill(opened, fill)),
  };
  return printedJson(printed);
}
