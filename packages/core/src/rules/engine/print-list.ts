import { parseUrl, type UrlPart } from '../../next/url/url-part.js';

/** More than so many make a message hard to read; a finding's `urls` has them all. */
const maxItems = 3;

/** URLs together: a message stays under 160 characters with them. */
const maxUrlLength = 40;

/** Items as a message lists them: `a, b and c`, `a, b, c and 12 more`. */
export function printList(items: readonly string[], shown = maxItems): string {
  const more = items.length - shown;
  return joined(more > 0 ? [...items.slice(0, shown), `${more} more`] : items, 'and');
}

/** Names, files or routes as a message lists them, each as code. */
export function listCodes(items: readonly string[], maxLength = Infinity): string {
  return printList(items.map(code), countThatFits(items, maxLength));
}

/**
 * URLs as a message lists them, fewer where they are long. A catch-all alone says little to somebody who
 * knows the URLs of the app by their addresses, and so comes with an example where there is room for it.
 */
export function listUrls(urls: readonly string[]): string {
  const [first = ''] = urls;
  const parts = urls.length === 1 ? parseUrl(first) : [];
  if (parts.some(({ nameKind }) => nameKind.endsWith('catch-all'))) {
    const example = exampleOf(parts);
    if (first.length + example.length <= maxUrlLength) {
      return `${code(first)} (such as ${code(example)})`;
    }
  }
  return listCodes(urls, maxUrlLength);
}

/** How many items fit into a length together: one at least, and no more than a message lists. */
function countThatFits(items: readonly string[], maxLength: number): number {
  let length = 0;
  const count = items.findIndex((item) => (length += item.length) > maxLength);
  return Math.min(maxItems, Math.max(1, count === -1 ? items.length : count));
}

/** Things to choose from as a message lists them: `a, b or c`. */
export function printChoice(items: readonly string[]): string {
  return joined(items, 'or');
}

function joined(items: readonly string[], word: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function exampleOf(parts: readonly UrlPart[]): string {
  const names = {
    dynamic: '1',
    'catch-all': 'any/path',
    'optional-catch-all': 'any/path',
  } as const;
  const texts = parts.map(({ marker, name, nameKind }) =>
    nameKind === 'static' ? marker + name : marker + names[nameKind],
  );
  return `/${texts.join('/')}`;
}
