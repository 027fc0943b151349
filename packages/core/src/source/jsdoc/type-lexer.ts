/** A word, string, number or mark of a type in a JSDoc comment. */
export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'mark' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** White space and the stars at the beginning of the lines of a comment. */
const gap = /(?:\s|(?<=[\r\n][^\S\r\n]*)\*(?!\/))*/uy;
const word = /[$_\p{ID_Start}][$\u200c\u200d\p{ID_Continue}]*/uy;
const string = /'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*"/uy;
const number = /\d[\d._a-z]*/iuy;
const mark = /=>|\.\.\.|[{}()[\]<>|&:;,.?!=*]/uy;

const kinds = [
  ['word', word],
  ['string', string],
  ['number', number],
  ['mark', mark],
] as const;

/** Reads the token at an offset; `end` for what no type holds, the end of the text included. */
export function tokenAt(text: string, offset: number): Token {
  gap.lastIndex = offset;
  gap.exec(text);
  const start = Math.max(gap.lastIndex, offset);
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match) return { kind, text: match[0], start, end: start + match[0].length };
  }
  return { kind: 'end', text: '', start, end: start };
}
