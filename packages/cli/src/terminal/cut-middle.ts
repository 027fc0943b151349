import stringWidth from 'fast-string-width';

/** Cuts a text that is too wide in its middle, since its ends tell more: `/shop/…/reviews`. */
export function cutMiddle(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const letters = Array.from(text);
  const half = Math.max(0, width - 1) / 2;
  return `${take(letters, Math.ceil(half))}…${take(letters.toReversed(), Math.floor(half), true)}`;
}

function take(letters: readonly string[], width: number, isReversed = false): string {
  const taken: string[] = [];
  let left = width;
  for (const letter of letters) {
    left -= stringWidth(letter);
    if (left < 0) break;
    taken.push(letter);
  }
  return (isReversed ? taken.reverse() : taken).join('');
}
