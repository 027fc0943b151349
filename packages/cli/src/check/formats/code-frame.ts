import { codeFrameColumns } from '@babel/code-frame';
import type { Range } from '../../public/report.js';
import type { Colors } from '../../terminal/colors.js';

/** What is shown of a long line in front of the range, at most. In columns. */
const widestBefore = 40;

/**
 * The line of a range with the one above it, and a caret under the range.
 *
 * @param width - How wide the lines of the frame may be; longer ones are cut around the range.
 */
export function codeFrame(text: string, range: Range, width: number, colors: Colors): string {
  const { start, end } = range;
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).slice(0, start.line);
  const length = end.line === start.line ? Math.max(end.column - start.column, 1) : 1;
  const before = Math.min(widestBefore, Math.floor(width / 2));
  const isBeyond = start.column - 1 + length >= width;
  const from = isBeyond ? Math.max(0, start.column - 1 - before) : 0;
  const shown = lines.map((line) => visible(cut(line, from, width)));
  const isBlankAbove = shown.at(-2)?.trim() === '';
  const column = start.column - from;
  return codeFrameColumns(
    shown.join('\n'),
    {
      start: { line: start.line, column },
      end: { line: start.line, column: Math.min(column + length, width + 1) },
    },
    { linesAbove: isBlankAbove ? 0 : 1, linesBelow: 0, forceColor: colors.isColorSupported },
  );
}

function cut(line: string, from: number, width: number): string {
  const end = line.length > from + width ? '…' : '';
  const start = from > 0 && line.length > from ? '…' : '';
  return start + line.slice(from + start.length, from + width - end.length) + end;
}

/** One character for each, so that the caret stays where it belongs. */
function visible(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (each) => (each === '\t' ? each : '�'));
}
