/** The language of a text, as the parser calls it. */
export type Language = 'ts' | 'tsx' | 'jsx';

/** The language of a file. Plain JavaScript may hold JSX, as Next has it. */
export function languageOf(file: string): Language {
  if (/\.[cm]?ts$/u.test(file)) return 'ts';
  return file.endsWith('.tsx') ? 'tsx' : 'jsx';
}
