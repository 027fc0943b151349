import stringWidth from 'fast-string-width';

/** A piece of a line that stands under the others of its column. */
export interface Cell {
  readonly text: string;
  readonly color?: (text: string) => string;
}

/** Puts cells under each other, two spaces apart and indented by two. */
export function alignColumns(rows: readonly (readonly Cell[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach(({ text }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, stringWidth(text));
    });
  }
  return rows.map((row) => {
    const cells = row.map(({ text, color = plain }, column) => {
      const isLast = column === row.length - 1;
      return color(text) + (isLast ? '' : ' '.repeat((widths[column] ?? 0) - stringWidth(text)));
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function plain(text: string): string {
  return text;
}
