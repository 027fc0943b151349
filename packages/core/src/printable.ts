/** Control characters, line breaks and marks that turn the direction of text. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Nearly all text is of these alone, and they are told apart much faster. */
const beyondAscii = /[^ -~]/u;

/** Writes what cannot be seen as an escape: a line break as `\\u{a}`. */
export function printable(text: string): string {
  if (!beyondAscii.test(text)) return text;
  return text.replace(
    unprintable,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
