const escape =
  /\\(?:u\{(?<point>[\da-f]{1,6})\}|u(?<unit>[\da-f]{4})|x(?<byte>[\da-f]{2})|(?<character>[^]))/giu;

/** Letters that mean another character behind a backslash; every other one means itself. */
const letters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  v: '\v',
  f: '\f',
  0: '\0',
};

/** The value of a string literal, as TypeScript reads it in a comment. */
export function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replaceAll(escape, (whole, point?: string, unit?: string, byte?: string, other?: string) => {
      const hex = point ?? unit ?? byte;
      if (hex === undefined) return letters[other ?? ''] ?? other ?? whole;
      const code = Number.parseInt(hex, 16);
      return code > 0x10_ff_ff ? whole : String.fromCodePoint(code);
    });
}
