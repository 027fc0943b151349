/** Names of folders may hold what Markdown reads as its own. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+!|~@-]/gu, '\\$&').replaceAll(/\s/gu, ' ');
}

/** A table, the first row being its head. The cells are Markdown. */
export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
