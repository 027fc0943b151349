import { printable } from './printable.js';

/** A name or a sentence as Markdown that shows it and does nothing else. */
export function markdownText(text: string): string {
  return printable(text).replaceAll(/[\\`*_{}[\]<>#!|~&$]/gu, '\\$&');
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
