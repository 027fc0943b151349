import { printable } from './printable.js';

/**
 * What has a meaning to Markdown, and what makes a link of a bare address: `www.a.b`, `a@b.c`, `http:/`.
 * That of `page.tsx` makes none, and people read the files that it stands in as text.
 */
const meaningful =
  /[\\`*_{}[\]<>#!|~&$]|(?<=[\p{L}\p{N}_-])(?:@|\.(?![jt]sx?(?![\p{L}\p{N}_.-])))(?=[\p{L}\p{N}_-])|:(?=\/)/gu;

/** A name or a sentence as Markdown that shows it and does nothing else. */
export function markdownText(text: string): string {
  return printable(text).replaceAll(meaningful, '\\$&');
}

/** A name as code in Markdown: no backtick in it ends the code. */
export function markdownCode(text: string): string {
  const code = printable(text);
  const longest = Math.max(0, ...Array.from(code.matchAll(/`+/gu), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  // Without the spaces a backtick at an end would belong to the fence, and one space would be dropped.
  const pad = /^[` ]|[` ]$/u.test(code) ? ' ' : '';
  return `${fence}${pad}${code}${pad}${fence}`;
}

/** A table, the first row being its head. The cells are Markdown. */
export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/**
 * A sentence for a notification of an editor. VS Code makes a link, even one that runs a command, of
 * `[label](target)`.
 */
export function notificationText(text: string): string {
  return printable(text).replaceAll('](', '] (');
}
