import { lazily } from '../lazily.js';
import { once } from '../once.js';

/** How a file is written, as far as new code beside it should look the same. */
export interface SourceStyle {
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** One step of indentation. */
  readonly indent: string;
  readonly lineBreak: '\n' | '\r\n';
  /** Whether a comma stands behind the last item of a list with an item in each line. */
  readonly trailingCommas: boolean;
}

/** What `create-next-app` writes; taken where a file shows nothing else. */
export const defaultStyle: SourceStyle = {
  quote: '"',
  semicolons: true,
  indent: '  ',
  lineBreak: '\n',
  trailingCommas: true,
};

/** What stands before a module specifier. */
const beforeSpecifier = /(?:^|\W)(?:from|import|import\s*\(|require\()$/u;

/** How a statement begins that is often one line. */
const statementStart = /^(?:import|export|return|const|let|var|throw)\b/u;

/**
 * Reads quotes, semicolons, indentation and line breaks off a source text, each when it is asked for:
 * an editor reads a file at each keystroke and seldom wants to know them all.
 */
export function detectStyle(text: string): SourceStyle {
  const lines = once(() =>
    withoutBlockComments(text)
      .split(/\r?\n/u)
      .filter((line) => !line.trimStart().startsWith('//')),
  );
  return lazily<SourceStyle>({
    quote: once(() => detectQuote(text)),
    semicolons: once(() => detectSemicolons(lines())),
    indent: once(() => detectIndent(lines())),
    lineBreak: () => (text.includes('\r\n') ? '\r\n' : '\n'),
    trailingCommas: once(() => detectTrailingCommas(lines())),
  });
}

/** The text without its comments in blocks; a look-alike inside a string is left out as well. */
function withoutBlockComments(text: string): string {
  let code = '';
  let from = 0;
  for (let open = text.indexOf('/*'); open >= 0; open = text.indexOf('/*', from)) {
    const close = text.indexOf('*/', open + 2);
    if (close < 0) break;
    code += text.slice(from, open);
    from = close + 2;
  }
  return code + text.slice(from);
}

function detectQuote(text: string): "'" | '"' {
  for (const counts of [isCodeString, isNoAttribute]) {
    let single = 0;
    let double = 0;
    for (const quote of quotesIn(text, counts)) {
      if (quote === "'") single += 1;
      else double += 1;
    }
    if (single !== double) return single > double ? "'" : '"';
  }
  return defaultStyle.quote;
}

/** The quotes of the strings of one line that begin where they count. */
function* quotesIn(
  text: string,
  counts: (text: string, start: number) => boolean,
): Generator<string> {
  const mark = /['"\n]/gu;
  for (let open = mark.exec(text); open; open = mark.exec(text)) {
    if (open[0] === '\n' || !counts(text, open.index)) continue;
    const close = mark.exec(text);
    if (close?.[0] === open[0]) yield open[0];
    // It is no string, but what stopped it may begin one.
    else if (close) mark.lastIndex = close.index;
    else return;
  }
}

/** Module specifiers and directives: the strings whose quotes no JSX attribute rule touches. */
function isCodeString(text: string, start: number): boolean {
  let end = start;
  while (end > 0 && /[^\S\n\r\u2028\u2029]/u.test(text.charAt(end - 1))) end -= 1;
  if (end === 0 || /[\n\r\u2028\u2029]/u.test(text.charAt(end - 1))) return true;
  // As much as the longest of the words, with a gap that people write.
  return beforeSpecifier.test(text.slice(Math.max(0, end - 16), end));
}

function isNoAttribute(text: string, start: number): boolean {
  return text.charAt(start - 1) !== '=';
}

function detectSemicolons(lines: readonly string[]): boolean {
  const withOne = lines.filter((line) => /;\s*$/u.test(line)).length;
  const without = lines.filter(isBareStatement).length;
  return withOne >= without;
}

/** A statement's last line that ends without a semicolon. */
function isBareStatement(line: string): boolean {
  const code = line.trim();
  switch (statementStart.exec(code)?.[0]) {
    case undefined:
      return false;
    case 'import':
      return /['"]$/u.test(code.slice(-1)) && code.length > 'import'.length;
    case 'export':
      return /['"]$/u.test(code.slice(-1)) && /\bfrom\b/u.test(code);
    default:
      return /[\w)\]}'"`>]$/u.test(code.slice(-1)) && /\W/u.test(code);
  }
}

function detectIndent(lines: readonly string[]): string {
  let smallest: string | undefined;
  for (const line of lines) {
    const indent = /^(?:\t+| +)(?=\S)/u.exec(line)?.[0];
    if (indent === undefined) continue;
    if (indent.startsWith('\t')) return '\t';
    if (smallest === undefined || indent.length < smallest.length) smallest = indent;
  }
  return smallest ?? defaultStyle.indent;
}

/** Looks at the last lines of lists: the one before an end, behind another that ends with a comma. */
function detectTrailingCommas(lines: readonly string[]): boolean {
  let withOne = 0;
  let without = 0;
  for (const [index, line] of lines.entries()) {
    if (!/^\s*[}\])]/u.test(line)) continue;
    const last = lines[index - 1] ?? '';
    if (/,\s*$/u.test(last)) withOne += 1;
    else if (/[^\s;{([]\s*$/u.test(last) && /,\s*$/u.test(lines[index - 2] ?? '')) without += 1;
  }
  return withOne >= without;
}
