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

/** Finds line and column of offsets in one text. */
export function sourceRange(text: string, range: TextRange): SourceRange {
  return { start: position(text, range.start), end: position(text, range.end) };
}

function position(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < offset; index += 1) {
    if (!endsLine(text, index)) continue;
    line += 1;
    lineStart = index + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

/** Whether a line ends with a character; one line break of two characters ends with the second. */
function endsLine(text: string, index: number): boolean {
  switch (text.charCodeAt(index)) {
    case 0x0a:
    case 0x2028:
    case 0x2029:
      return true;
    case 0x0d:
      return text.charCodeAt(index + 1) !== 0x0a;
    default:
      return false;
  }
}
