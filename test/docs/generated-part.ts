/** A part of a page that is generated, between two comments that a reader does not see. */
export type PartName = 'header' | 'options' | 'disable' | 'oxlint' | 'rules';

/** A page with a generated part put in place; undefined where the page has no such part. */
export function withPart(page: string, name: PartName, text: string): string | undefined {
  const start = `<!-- begin ${name}: written by pnpm generate -->`;
  const end = `<!-- end ${name} -->`;
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) return undefined;
  return `${page.slice(0, from + start.length)}\n\n${text.trim()}\n\n${page.slice(to)}`;
}
