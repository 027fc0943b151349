import { trimEnd } from '../ast/trivia.js';

/** Parsers count a separator into the member of a type; the facts end it before. */
export function memberEnd(text: string, start: number, end: number): number {
  const last = text.charAt(end - 1);
  return last === ';' || last === ',' ? trimEnd(text, end - 1, start) : end;
}
