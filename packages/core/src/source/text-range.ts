/** A piece of a text in UTF-16 code units, the end excluded. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether one piece of a text is within another, or the same. */
export function isWithin(inner: TextRange, outer: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The same items, in the order of the text. */
export function inOrder<Item extends { readonly range: TextRange }>(
  items: readonly Item[],
): readonly Item[] {
  return items.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
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
  return new Lines(text).range(range);
}

/** Where the lines of a text begin: what is asked about many places of one text is found once. */
export class Lines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    const lineBreak = /\r\n|[\n\r\u2028\u2029]/gu;
    while (lineBreak.test(text)) starts.push(lineBreak.lastIndex);
    this.#starts = starts;
  }

  /** A piece of the text as people count. */
  range({ start, end }: TextRange): SourceRange {
    return { start: this.#position(start), end: this.#position(end) };
  }

  /** Where a place is in the text; the end of the text for one beyond it. */
  offset({ line, column }: Position): number {
    return (this.#starts[line - 1] ?? this.text.length) + column - 1;
  }

  /** Where the line of an offset ends, before its line break. */
  lineEnd(offset: number): number {
    const next = this.#starts[this.#lineOf(offset) + 1];
    if (next === undefined) return this.text.length;
    const isPair = this.text.startsWith('\r\n', next - 2);
    // An offset between the two marks of a line break has nothing before it.
    return Math.max(next - (isPair ? 2 : 1), offset);
  }

  #position(offset: number): Position {
    const line = this.#lineOf(offset);
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }

  /** The last line that begins at an offset or before, from 0. */
  #lineOf(offset: number): number {
    let first = 0;
    let behind = this.#starts.length;
    while (behind - first > 1) {
      const middle = Math.floor((first + behind) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) first = middle;
      else behind = middle;
    }
    return first;
  }
}
