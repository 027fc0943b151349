import { plural } from '@next-slots/core';
import { pathOnDisk } from '@next-slots/core/node';
import { fromHere } from '../apps/from-here.js';
import { filesOnDisk, relativePath, reopenApp } from '../apps/open-app.js';
import { openApps } from '../apps/open-apps.js';
import { findingsOf } from '../check/findings-of.js';
import { countFindings, type Counts } from '../check/report.js';
import { statusOf } from '../check/status-of.js';
import { exitStatus, type ExitStatus } from '../command-line/exit-status.js';
import type { ConfigFlags } from '../config/configure.js';
import { tellUnread } from '../sources/tell-unread.js';
import { colorsFor } from '../terminal/colors.js';
import { createProgress, silent } from '../terminal/progress.js';
import { ask, canAsk } from './ask.js';
import { leftOver, type AfterFixes } from './left-over.js';
import { removeLeftovers } from './leftover-drafts.js';
import { planFixes, type Plan } from './plan-fixes.js';
import { colorDiff, diffOf } from './print-diff.js';
import { writeFiles, type Written } from './write-files.js';
import { print, printError } from '../terminal/print.js';

/** The flags of `next-slots fix`. */
export interface FixFlags extends ConfigFlags {
  readonly dryRun?: true;
  readonly yes?: true;
  readonly suppressionsLocation?: string;
}

/** More files than a person would want to see change unasked. */
const manyFiles = 20;

/** `next-slots fix`: applies the edits of what is found, or prints them as a diff. */
export async function runFixCommand(
  paths: readonly string[],
  flags: FixFlags,
): Promise<ExitStatus> {
  const progress = createProgress();
  const opened = await openApps(paths, flags, progress);
  const { apps } = opened;
  const plans = apps.map((app) => planFixes(app));
  progress.end();
  tellUnread(apps, process.cwd());
  if (flags.dryRun) return preview(plans, countFindings(leftOver(plans, opened, flags)));

  const total = plans.reduce((sum, { files }) => sum + files.length, 0);
  if (total > manyFiles && !flags.yes && canAsk() && !(await ask(question(plans)))) {
    printError('Nothing was changed.\n');
    return exitStatus.findings;
  }
  const written = plans.flatMap(applyPlan);
  return conclude(written, countFindings(leftOver(leftOnDisk(plans), opened, flags)));
}

function preview(plans: readonly Plan[], left: Counts): ExitStatus {
  const colors = colorsFor(process.stdout);
  for (const plan of plans) {
    for (const planned of plan.files) {
      const diff = diffOf(patchPath(plan, planned.file), planned);
      print(process.stdout.isTTY ? colorDiff(diff, colors) : diff);
    }
  }
  printError(`${describeChanges(plans)} Nothing was written.\n${describeLeft(left)}`);
  return statusOf(left);
}

function applyPlan(plan: Plan): Written[] {
  const colors = colorsFor(process.stdout);
  removeLeftovers(plan.opened);
  return Array.from(writeFiles(plan), (written) => {
    const { outcome, reason, planned } = written;
    const path = fromHere(pathOnDisk(plan.opened.location, planned.file));
    if (outcome === 'created' || outcome === 'edited') {
      print(`${colors.green(outcome)} ${path}\n`);
    } else {
      const why = outcome === 'stale' ? 'changed meanwhile, run this again' : (reason ?? '');
      printError(`${colorsFor(process.stderr).red('not written')} ${path}: ${why}\n`);
    }
    return written;
  });
}

/** What stands on disk decides what is left, not what was meant to be written. */
function leftOnDisk(plans: readonly Plan[]): readonly AfterFixes[] {
  return plans.map(({ opened }) => ({
    opened,
    left: findingsOf(reopenApp(opened, filesOnDisk(opened.location, silent))),
  }));
}

function conclude(written: readonly Written[], left: Counts): ExitStatus {
  const done = written.filter(({ outcome }) => outcome === 'created' || outcome === 'edited');
  const said = written.length === 0 ? 'Nothing to fix.' : `${plural(done.length, 'file')} written.`;
  print(`${said}\n${describeLeft(left)}`);
  return done.length < written.length ? exitStatus.findings : statusOf(left);
}

function question(plans: readonly Plan[]): string {
  return `${describeChanges(plans)} Write them?`;
}

function describeChanges(plans: readonly Plan[]): string {
  const files = plans.flatMap((plan) => plan.files);
  const created = files.filter(({ kind }) => kind === 'create').length;
  return `${plural(created, 'file')} to create, ${files.length - created} to edit.`;
}

function describeLeft({ errors, warnings }: Counts): string {
  if (errors + warnings === 0) return '';
  const counts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ];
  return `${counts.join(' and ')} left to fix by hand. Run \`npx next-slots check\`.\n`;
}

/** A diff can be applied only from a folder that its files are below. */
function patchPath({ opened }: Plan, file: string): string {
  const path = relativePath(process.cwd(), pathOnDisk(opened.location, file));
  return path.startsWith('../') ? opened.printed(file) : path;
}
