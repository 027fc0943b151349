/**
 * Where a name stands in a text as a word of its own, but for properties: behind a dot it is another.
 *
 * No expression is made of the name: a run of a linter asks for names file by file, and forgets a
 * compiled expression in between, so that making it would take longer than all else here.
 */
export function wordsIn(text: string, name: string): readonly number[] {
  const found: number[] = [];
  // A folder called `@` is a slot without a name.
  if (name === '') return found;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text[at - 1];
    const after = text[at + name.length];
    const isProperty = before === '.' && !text.startsWith('...', at - 3);
    if (!isProperty && !isPartOfWord(before) && !isPartOfWord(after)) found.push(at);
  }
  return found;
}

function isPartOfWord(character: string | undefined): boolean {
  return character !== undefined && /[\w$]/u.test(character);
}
