import { inOrder, type TextRange } from '../source/text-range.js';

/** A piece of a text and its replacement; an empty range inserts. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * Whether the result of two edits would depend on their order: they share some of the text, or both
 * insert at one place.
 */
export function editsConflict(a: TextEdit, b: TextEdit): boolean {
  if (a.range.start === b.range.start) return isInsertion(a) === isInsertion(b);
  return a.range.start < b.range.end && b.range.start < a.range.end;
}

/**
 * Applies edits that all refer to the text as it is given, in whatever order they come. New lines are
 * written as the text writes its own.
 *
 * @throws RangeError where edits conflict or reach beyond the text.
 */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const lineBreak = onlyLineBreak(text);
  let result = '';
  let end = 0;
  let last: TextEdit | undefined;
  // An insertion comes before a replacement that starts where it stands.
  for (const edit of inOrder(edits)) {
    const { range, text: added } = edit;
    const fits = end <= range.start && range.start <= range.end && range.end <= text.length;
    if (!fits || (last && editsConflict(last, edit))) {
      throw new RangeError(
        `The edit of ${range.start} to ${range.end} does not fit a text of ${text.length} edited up to ${end}.`,
      );
    }
    result += text.slice(end, range.start);
    result += lineBreak === undefined ? added : added.replaceAll(/\r\n|\n/gu, lineBreak);
    end = range.end;
    last = edit;
  }
  return result + text.slice(end);
}

function isInsertion({ range }: TextEdit): boolean {
  return range.start === range.end;
}

/** The line break of a text that has one kind only. */
function onlyLineBreak(text: string): '\n' | '\r\n' | undefined {
  const all = text.match(/\n/gu)?.length ?? 0;
  const windows = text.match(/\r\n/gu)?.length ?? 0;
  if (all === windows) return all === 0 ? undefined : '\r\n';
  return windows === 0 ? '\n' : undefined;
}
