/** How often a mark stands in a text. */
export function countMarks(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) found += 1;
  return found;
}

/** Whether braces are closed as often as they are opened: what follows stands in none, as it seems. */
export function hasClosedBraces(text: string): boolean {
  return countMarks(text, '{') === countMarks(text, '}');
}
