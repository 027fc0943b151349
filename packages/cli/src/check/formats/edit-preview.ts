import { applyTextEdits, groupBy, Lines, printable } from '@next-slots/core';
import { structuredPatch } from 'diff';
import type { Edit } from '../../public/report.js';
import type { Colors } from '../../terminal/colors.js';

/** A new text longer than this says more of itself than of the fix. In lines. */
const longest = 8;

/**
 * What a finding's edits write: the text of each new file, the lines that change in each other.
 *
 * @param read - The text of a file, relative to the command's folder.
 * @param path - The file as it is printed.
 * @param isKnown - Whether a text has been shown before, as many defaults are alike.
 */
export function editPreview(
  edits: readonly Edit[],
  read: (file: string) => string | undefined,
  path: (file: string) => string,
  isKnown: (text: string) => boolean,
  colors: Colors,
): readonly string[] {
  const byFile = groupBy(edits, ({ file }) => file);
  return [...byFile].flatMap(([file, ofFile]) => {
    const created = ofFile.find(({ kind }) => kind === 'createFile');
    if (created) {
      const lines = isKnown(created.text) ? [] : created.text.trimEnd().split('\n');
      return [`create ${path(file)}`, ...shortened(lines.map((line) => added(line, colors)))];
    }
    const text = read(file);
    return [
      `edit ${path(file)}`,
      ...(text === undefined ? [] : shortened(changedLines(text, ofFile, colors))),
    ];
  });
}

function changedLines(text: string, edits: readonly Edit[], colors: Colors): readonly string[] {
  const lines = new Lines(text);
  const replacements = edits.flatMap((edit) =>
    edit.kind === 'replaceText'
      ? [
          {
            range: { start: lines.offset(edit.range.start), end: lines.offset(edit.range.end) },
            text: edit.text,
          },
        ]
      : [],
  );
  const after = applyTextEdits(text, replacements);
  return structuredPatch('', '', text, after, '', '', { context: 0 }).hunks.flatMap((hunk) =>
    hunk.lines.flatMap((line) => {
      if (line.startsWith('+')) return [added(line.slice(1), colors)];
      return line.startsWith('-') ? [colors.red(`- ${printable(line.slice(1))}`)] : [];
    }),
  );
}

function added(line: string, colors: Colors): string {
  return colors.green(`+ ${line.split('\t').map(printable).join('\t')}`.trimEnd());
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= longest) return lines;
  return [...lines.slice(0, longest - 1), `… ${lines.length - longest + 1} more lines`];
}
