import { parseUrl, type UrlPart } from '../../next/url/url-part.js';

/** More than so many make a message hard to read; a finding's `urls` has them all. */
const shown = 3;

/** Items as a message lists them: `a, b and c`, `a, b, c and 12 more`. */
export function printList(items: readonly string[]): string {
  const more = items.length - shown;
  const parts = more > 0 ? [...items.slice(0, shown), `${more} more`] : items;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** Names, files or URLs as a message lists them, each as code. */
export function listCodes(items: readonly string[]): string {
  return printList(items.map(code));
}

/**
 * URLs as a message lists them. A catch-all alone says little to somebody who knows the URLs of the app by
 * their addresses, and so comes with an example.
 */
export function listUrls(urls: readonly string[]): string {
  const [first = ''] = urls;
  const parts = urls.length === 1 ? parseUrl(first) : [];
  return parts.some(({ nameKind }) => nameKind.endsWith('catch-all'))
    ? `${code(first)} (such as ${code(exampleOf(parts))})`
    : listCodes(urls);
}

/** Things to choose from as a message lists them: `a, b or c`. */
export function printChoice(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
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
