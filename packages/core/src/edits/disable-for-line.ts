import jsTokens, { type JSXToken, type Token } from 'js-tokens';
import type { ReplaceText } from './edit.js';

/** A comment in the line before that silences other rules already, up to the end of its list. */
const disabling = /(?:eslint|next-slots)-disable-next-line[^\S\r\n]+(?:(?!--|\*\/)[^\r\n])*\w/u;

/**
 * The edit that silences a rule for one line, as ESLint has it: a comment of its own in the line
 * before, or the rule's name in the comment that stands there.
 *
 * @param line - From 1.
 * @param rule - With its prefix, `next-slots/valid-slot-name`.
 * @returns undefined where no comment can stand: in a template, a comment or an empty file.
 */
export function disableForLine(
  file: string,
  text: string,
  line: number,
  rule: string,
): ReplaceText | undefined {
  const start = lineStart(text, line);
  if (start === undefined || text === '' || text.startsWith('#!', start)) return undefined;
  const before = start === 0 ? -1 : (lineStart(text, line - 1) ?? -1);
  const known = before < 0 ? null : disabling.exec(text.slice(before, start));
  if (known) {
    const end = before + known.index + known[0].length;
    return { kind: 'replaceText', file, range: { start: end, end }, text: `, ${rule}` };
  }
  const around = tokenAround(file, text, start);
  if (around && around.type !== 'JSXText') return undefined;
  const comment = `eslint-disable-next-line ${rule}`;
  const indent = /^[^\S\r\n]*/u.exec(text.slice(start))?.[0] ?? '';
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const written = around ? `{/* ${comment} */}` : `// ${comment}`;
  return {
    kind: 'replaceText',
    file,
    range: { start, end: start },
    text: `${indent}${written}${lineBreak}`,
  };
}

/** Where a line begins, counted as JavaScript does. */
function lineStart(text: string, line: number): number | undefined {
  if (line === 1) return 0;
  let count = 1;
  for (const { 0: mark, index } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)) {
    count += 1;
    if (count === line) return index + mark.length;
  }
  return undefined;
}

/** The token that the beginning of a line lies in; text between JSX tags also where it ends there. */
function tokenAround(file: string, text: string, start: number): Token | JSXToken | undefined {
  const tokens: Iterable<Token | JSXToken> = /\.[cm]?ts$/u.test(file)
    ? jsTokens(text)
    : jsTokens(text, { jsx: true });
  let offset = 0;
  for (const token of tokens) {
    const end = offset + token.value.length;
    if (offset >= start) return undefined;
    if (end > start || (end === start && token.type === 'JSXText')) return token;
    offset = end;
  }
  return undefined;
}
