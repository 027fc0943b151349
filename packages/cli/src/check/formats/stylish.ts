import { join } from 'node:path';
import { fullMessage, withoutHowToCreate } from '@next-slots/core';
import { wrapAnsi } from 'fast-wrap-ansi';
import { fromHere } from '../../apps/from-here.js';
import { colorsFor, type Colors } from '../../terminal/colors.js';
import { terminalWidth } from '../../terminal/terminal-width.js';
import type { Finding } from '../../public/report.js';
import { checkWithImpact } from './impact.js';
import type { Format } from './format.js';
import { summaryLines } from './summary.js';

/** A column of less than this is harder to read than lines that the terminal breaks. */
const narrowest = 30;

/** Findings by file, for people. */
export const stylish: Format = (result) => {
  const colors = colorsFor(process.stdout);
  const lines: string[] = [];
  let file: string | undefined;
  const widths = columnWidths(result.findings);
  for (const finding of result.findings) {
    if (finding.file !== file) {
      file = finding.file;
      lines.push('', colors.underline(fromHere(join(result.base, file))));
    }
    lines.push(row(finding, widths, colors));
  }
  return `${[...lines, '', ...summaryLines(result, colors)].join('\n')}\n`;
};

interface Widths {
  readonly place: number;
  readonly severity: number;
}

function columnWidths(findings: readonly Finding[]): Widths {
  return {
    place: Math.max(0, ...findings.map((finding) => place(finding).length)),
    severity: Math.max(0, ...findings.map(({ severity }) => severity.length)),
  };
}

function place({ range }: Finding): string {
  return `${range.start.line}:${range.start.column}`;
}

function row(finding: Finding, widths: Widths, colors: Colors): string {
  const { severity, message, help } = finding;
  const level = severity === 'error' ? colors.red : colors.yellow;
  const margin = ` ${' '.repeat(widths.place)}  ${' '.repeat(widths.severity)}  `;
  const text = `${fullMessage({ message, help: withoutHowToCreate(help) })}  ${colors.dim(checkWithImpact(finding))}`;
  return [
    ` ${colors.dim(place(finding).padStart(widths.place))}`,
    level(severity.padEnd(widths.severity)),
    fold(text, margin.length).replaceAll('\n', `\n${margin}`),
  ].join('  ');
}

/** Breaks a text between its words, behind a margin of so many columns. */
function fold(text: string, margin: number): string {
  const width = terminalWidth() - margin;
  return Number.isFinite(width) && width >= narrowest ? wrapAnsi(text, width) : text;
}
