/** Control characters, line breaks, marks that turn the direction of text, halves of characters. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Nearly all text is of these alone, which is much faster to test. */
const beyondAscii = /[^ -~]/u;

/** Writes what cannot be seen as an escape, as JavaScript reads it: a line break as `\u{a}`. */
export function printable(text: string): string {
  if (!beyondAscii.test(text)) return text;
  return text.replace(
    unprintable,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
