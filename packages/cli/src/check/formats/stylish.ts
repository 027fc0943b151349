import { join } from 'node:path';
import { fullMessage, plural, printable } from '@next-slots/core';
import { relativePath, type AppSummary } from '../../apps/open-app.js';
import { colorsFor, type Colors } from '../../terminal/colors.js';
import { terminalWidth } from '../../terminal/terminal-width.js';
import type { PublicFinding } from '../public-finding.js';
import type { Report } from '../report.js';
import type { Format } from './format.js';

/** What Next does with a problem, in a few words behind the check's name. */
const impacts = {
  'build-error': 'build fails',
  'not-found': '404',
  silent: 'silent',
  future: 'no harm yet',
  none: '',
} as const satisfies Record<PublicFinding['impact'], string>;

/** A column of less than this is harder to read than lines that the terminal breaks. */
const narrowest = 30;

/** Findings by file, for people. */
export const stylish: Format = async (report) => {
  const colors = colorsFor(process.stdout);
  const fold = report.findings.length === 0 ? asIs : await folding();
  const lines: string[] = [];
  let file: string | undefined;
  const widths = columnWidths(report.findings);
  for (const finding of report.findings) {
    if (finding.file !== file) {
      file = finding.file;
      const path = relativePath(process.cwd(), join(report.base, file));
      lines.push('', colors.underline(printable(path)));
    }
    lines.push(row(finding, widths, colors, fold));
  }
  return `${[...lines, '', ...summary(report, colors)].join('\n')}\n`;
};

interface Widths {
  readonly place: number;
  readonly severity: number;
}

function columnWidths(findings: readonly PublicFinding[]): Widths {
  return {
    place: Math.max(0, ...findings.map((finding) => place(finding).length)),
    severity: Math.max(0, ...findings.map(({ severity }) => severity.length)),
  };
}

function place({ range }: PublicFinding): string {
  return `${range.start.line}:${range.start.column}`;
}

function row(finding: PublicFinding, widths: Widths, colors: Colors, fold: Fold): string {
  const { severity, check, impact } = finding;
  const level = severity === 'error' ? colors.red : colors.yellow;
  const margin = ` ${' '.repeat(widths.place)}  ${' '.repeat(widths.severity)}  `;
  const text = `${fullMessage(finding)}  ${colors.dim(`${check}${impact === 'none' ? '' : ` (${impacts[impact]})`}`)}`;
  return [
    ` ${colors.dim(place(finding).padStart(widths.place))}`,
    level(severity.padEnd(widths.severity)),
    fold(text, margin.length).replaceAll('\n', `\n${margin}`),
  ].join('  ');
}

/** Breaks a text between its words, behind a margin of so many columns. */
type Fold = (text: string, margin: number) => string;

const asIs: Fold = (text) => text;

/** The library that knows how wide characters are takes fifty milliseconds to load. */
async function folding(): Promise<Fold> {
  const width = terminalWidth();
  if (!Number.isFinite(width)) return asIs;
  const { default: wrapAnsi } = await import('wrap-ansi');
  return (text, margin) => (width - margin < narrowest ? text : wrapAnsi(text, width - margin));
}

function summary({ apps, findings, counts }: Report, colors: Colors): string[] {
  if (apps.length === 0) return ['None of the files lies in an app directory.'];
  const looked = colors.dim(apps.map(describeApp).join('\n'));
  const empty = apps.filter(({ routes }) => routes === 0);
  if (findings.length === 0 && empty.length > 0) {
    const names = empty.map(({ appDir }) => printable(appDir)).join(', ');
    const why = `No page was found in ${names}, so nothing is checked there. If the app has pages, name their extensions with --page-extensions.`;
    return [colors.yellow(why), looked];
  }
  if (findings.length === 0) return [colors.green('✔ No problems found.'), looked];
  const color = counts.errors > 0 ? colors.red : colors.yellow;
  const total = `✖ ${plural(findings.length, 'problem')} (${plural(counts.errors, 'error')}, ${plural(counts.warnings, 'warning')})`;
  const fix =
    counts.fixable === 0
      ? []
      : [`  ${counts.fixable} of them can be repaired with ${colors.bold('npx next-slots fix')}.`];
  return [colors.bold(color(total)), ...fix, looked];
}

function describeApp(app: AppSummary): string {
  const { appDir, next, bundler, segments, slots, routes } = app;
  const size = `${plural(segments, 'segment')}, ${plural(slots, 'slot')}, ${plural(routes, 'route')}`;
  return `  ${printable(appDir)}: ${size}, as Next ${next} with ${bundler} builds it${guess(app)}`;
}

function guess({ nextFrom }: AppSummary): string {
  return nextFrom === 'guessed'
    ? '. This version is a guess: Next.js is not installed, and package.json names no version. Set it with --next-version.'
    : '';
}
