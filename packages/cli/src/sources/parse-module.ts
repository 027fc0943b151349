import { readModuleFromESTree, type ModuleFacts } from '@next-slots/core';
import { loadParser, type Parser } from './load-parser.js';

let parser: Parser | undefined;

/**
 * Reads the facts of a source text. The parser is native code that takes its time to load, so it is
 * loaded for the first text that is parsed: many runs parse none.
 *
 * @param file - Its extension decides the language.
 * @returns undefined where the text does not parse.
 * @throws UsageError where the parser cannot be loaded.
 */
export function parseModule(file: string, text: string): ModuleFacts | undefined {
  // Kept, since asking for it again takes as long as parsing a small file.
  parser ??= loadParser();
  const { program, errors } = parser.parseSync(file, text, { lang: languageOf(file) });
  if (errors.length > 0) return undefined;
  return readModuleFromESTree(program, text);
}

/** Plain JavaScript may hold JSX, as Next has it. */
function languageOf(file: string): 'ts' | 'tsx' | 'jsx' {
  if (/\.[cm]?ts$/u.test(file)) return 'ts';
  return file.endsWith('.tsx') ? 'tsx' : 'jsx';
}
