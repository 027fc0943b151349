/** Puts data into a message template: `{{slot}}` becomes `data.slot`. An unknown name stays as it is. */
export function fillTemplate(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/gu, (whole, name: string) => data[name] ?? whole);
}

/** Control characters, line breaks and marks that turn the direction of text. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Data with folder names made safe to print: a line break in a name must not forge a line. */
export function printableValues(data: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printable(value)]));
}

/** Writes what cannot be seen as an escape: a line break as `\u{a}`. */
function printable(text: string): string {
  return text.replace(
    unprintable,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
