const trivia = /(?:[\s\uFEFF]|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)*/uy;
const identifier = /(?:[$_\u200c\u200d\p{ID_Continue}]|\\u\{[\da-fA-F]+\}|\\u[\da-fA-F]{4})+/uy;
const lineBreak = /[\n\r\u2028\u2029]/u;

/** The first offset from here that is neither white space nor comment. */
export function skipTrivia(text: string, offset: number): number {
  trivia.lastIndex = offset;
  trivia.exec(text);
  return Math.max(trivia.lastIndex, offset);
}

/** The end of the identifier that begins here; the same offset where none does. */
export function identifierEnd(text: string, offset: number): number {
  identifier.lastIndex = offset;
  return identifier.test(text) ? identifier.lastIndex : offset;
}

/** The last offset down to `floor` with no white space before it. */
export function trimEnd(text: string, end: number, floor: number): number {
  let offset = end;
  while (offset > floor && /\s/u.test(text.charAt(offset - 1))) offset -= 1;
  return offset;
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !lineBreak.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Whether a piece of text spans lines. */
export function spansLines(text: string, start: number, end: number): boolean {
  return lineBreak.test(text.slice(start, end));
}
