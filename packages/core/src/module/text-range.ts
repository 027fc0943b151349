/** A piece of a text in UTF-16 code units, the end excluded. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place in a text as people count: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A piece of a text as people count, the end excluded. */
export interface SourceRange {
  readonly start: Position;
  readonly end: Position;
}

const lineBreak = /\r\n|[\n\r\u2028\u2029]/gu;

/** Finds line and column of offsets in one text. */
export function sourceRange(text: string, range: TextRange): SourceRange {
  return { start: position(text, range.start), end: position(text, range.end) };
}

function position(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (const match of text.matchAll(lineBreak)) {
    const next = match.index + match[0].length;
    if (next > offset) break;
    line += 1;
    lineStart = next;
  }
  return { line, column: offset - lineStart + 1 };
}
