/**
 * JSON that no name in it can break out of: an HTML parser looks for `</script` and `<!--`. Nor does a
 * name turn the direction of the text for somebody who reads the source.
 */
export function embeddable(data: unknown): string {
  return JSON.stringify(data).replaceAll(
    /[<\u2028-\u202e\u2066-\u2069]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
