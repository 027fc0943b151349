/** What lies between two tokens. */
export interface Trivia {
  /** Where the next token starts, or the limit. */
  readonly end: number;
  readonly brokeLine: boolean;
  /** True where the limit lies within a comment. */
  readonly inComment: boolean;
}

const lineBreak = /[\n\r\u2028\u2029]/u;

/** Skips white space and comments from one offset up to a limit. */
export function skipTrivia(text: string, from: number, limit: number): Trivia {
  let at = from;
  let brokeLine = false;
  while (at < limit) {
    const char = text.charAt(at);
    if (text.startsWith('//', at)) {
      while (at < text.length && !lineBreak.test(text.charAt(at))) at += 1;
      if (at >= limit) return { end: limit, brokeLine, inComment: true };
    } else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      const end = close < 0 ? Infinity : close + 2;
      if (end > limit) return { end: limit, brokeLine, inComment: true };
      brokeLine ||= lineBreak.test(text.slice(at, end));
      at = end;
    } else if (/\s/u.test(char)) {
      brokeLine ||= lineBreak.test(char);
      at += 1;
    } else {
      break;
    }
  }
  return { end: Math.min(at, limit), brokeLine, inComment: false };
}
