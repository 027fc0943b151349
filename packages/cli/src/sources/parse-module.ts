import { createRequire } from 'node:module';
import { readModuleFromESTree, type ModuleFacts } from '@next-slots/core';

const require = createRequire(import.meta.url);

/**
 * Reads the facts of a source text. The parser is native code that takes its time to load, so it is
 * loaded for the first text that is parsed: many runs parse none.
 *
 * @param file - Its extension decides the language.
 * @returns undefined where the text does not parse.
 */
export function parseModule(file: string, text: string): ModuleFacts | undefined {
  const { parseSync } = require('oxc-parser') as typeof import('oxc-parser');
  const { program, errors } = parseSync(file, text, { lang: languageOf(file) });
  if (errors.length > 0) return undefined;
  return readModuleFromESTree(program, text);
}

/** Plain JavaScript may hold JSX, as Next has it. */
function languageOf(file: string): 'ts' | 'tsx' | 'jsx' {
  if (/\.[cm]?ts$/u.test(file)) return 'ts';
  return file.endsWith('.tsx') ? 'tsx' : 'jsx';
}
