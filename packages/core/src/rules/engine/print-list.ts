/** More than so many make a message hard to read; a finding's `urls` has them all. */
const shown = 3;

/** URLs, files or slots in the words of a message: `/a, /b and /c`, `/a, /b, /c and 12 more`. */
export function printList(items: readonly string[]): string {
  const more = items.length - shown;
  const parts = more > 0 ? [...items.slice(0, shown), `${more} more`] : items;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** Things to choose from in the words of a message: `a, b or c`. */
export function printChoice(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
}
