import { join } from 'node:path';
import { bundlerNames, plural } from '@next-slots/core';
import { fromHere } from '../../apps/from-here.js';
import type { AppSummary } from '../../public/report.js';
import type { Colors } from '../../terminal/colors.js';
import type { CheckResult } from '../report.js';

/** What stands below the findings for people: how many there are, what `fix` clears, what was checked. */
export function summaryLines(result: CheckResult, colors: Colors): readonly string[] {
  const { apps } = result;
  if (apps.length === 0) return ['None of the files is in an app directory.'];
  const hint = result.hint();
  return [...countLines(result, colors), ...(hint === undefined ? [] : [colors.yellow(hint)])];
}

function countLines(result: CheckResult, colors: Colors): readonly string[] {
  const { apps, base, findings, counts, accepted } = result;
  const checked = [
    ...(accepted > 0 ? [`  ${plural(accepted, 'existing error')} suppressed.`] : []),
    ...apps.map((app) => `  ${colors.dim(describeApp(app, base))}`),
  ];
  const empty = apps.filter(({ routes }) => routes === 0);
  if (findings.length === 0 && empty.length > 0) {
    const names = empty.map((app) => appPath(app, base)).join(', ');
    const why = `No page was found in ${names}, so nothing was checked there. If the app has pages, set their extensions with --page-extensions.`;
    return [colors.yellow(why), ...checked];
  }
  if (findings.length === 0) return [colors.green('✔ No problems found.'), ...checked];
  const color = counts.errors > 0 ? colors.red : colors.yellow;
  const total = `✖ ${plural(findings.length, 'problem')} (${plural(counts.errors, 'error')}, ${plural(counts.warnings, 'warning')})`;
  return [colors.bold(color(total)), ...fixLines(result, colors), ...checked];
}

/** What `next-slots fix` clears, and what is left, by rule. */
function fixLines({ findings, leftAfterFix }: CheckResult, colors: Colors): readonly string[] {
  const isFixable = findings.some(({ edits }) => edits.length > 0);
  const left = isFixable ? leftAfterFix() : findings;
  const cleared = findings.length - left.length;
  const command = colors.bold('npx next-slots fix');
  if (cleared > 0 && left.length === 0) return [`  Run ${command} to fix all of them.`];
  if (cleared <= 0) return [`  To fix by hand: ${byCheck(left)}`];
  return [
    `  Run ${command} to fix ${cleared} of them.`,
    `  ${left.length} left to fix by hand: ${byCheck(left)}`,
  ];
}

/** The checks among findings, the most frequent first: `no-orphan-slot (2), valid-slot-name`. */
function byCheck(findings: readonly { readonly check: string }[]): string {
  const counts = new Map<string, number>();
  for (const { check } of findings) counts.set(check, (counts.get(check) ?? 0) + 1);
  return [...counts]
    .sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
    .map(([check, count]) => (count === 1 ? check : `${check} (${count})`))
    .join(', ');
}

function describeApp(app: AppSummary, base: string): string {
  const { next, bundler, segments, slots, routes } = app;
  const size = `${plural(segments, 'segment')}, ${plural(slots, 'slot')}, ${plural(routes, 'route')}`;
  return `${appPath(app, base)}: ${size}, checked against Next.js ${next} (${bundlerNames[bundler]})${guess(app)}`;
}

/** The app directory, relative to the current folder. */
function appPath({ appDir }: AppSummary, base: string): string {
  return fromHere(join(base, appDir));
}

function guess({ nextFrom }: AppSummary): string {
  return nextFrom === 'guessed'
    ? '. This version is a guess: Next.js is not installed, and package.json names no version. Set it with --next-version.'
    : '';
}
