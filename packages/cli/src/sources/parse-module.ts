import { readModuleFromESTree, type Comment, type ModuleFacts } from '@next-slots/core';
import { isBeyondParser } from './beyond-parser.js';
import { languageOf } from './language.js';
import { loadParser, type Parser } from './load-parser.js';

/** What a source text declares, or why that cannot be known. */
export type ParsedModule =
  | { readonly facts: ModuleFacts; readonly problem?: undefined }
  | { readonly facts?: undefined; readonly problem: string };

let parser: Parser | undefined;

/**
 * Reads the facts of a source text. The parser is native code that takes its time to load, so it is
 * loaded for the first text that is parsed: many runs parse none.
 *
 * @param file - Its extension decides the language.
 * @throws UsageError where the parser cannot be loaded.
 */
export function parseModule(file: string, text: string): ParsedModule {
  const parsed = parse(file, text);
  if (!parsed) return { problem: 'it is nested too deeply to be parsed' };
  const [error] = parsed.errors;
  if (!error) {
    const program = programOf(parsed);
    return program === undefined
      ? { problem: 'it holds something that the parser gives no tree for' }
      : { facts: readModuleFromESTree(program, text) };
  }
  const [label] = error.labels;
  const place = label ? ` in line ${lineOf(text, label.start)}` : '';
  return { problem: `it cannot be parsed${place}: ${error.message}` };
}

/**
 * The comments of a source text, also where it cannot be parsed further down.
 *
 * @throws UsageError where the parser cannot be loaded.
 */
export function parseComments(file: string, text: string): readonly Comment[] {
  const comments = parse(file, text)?.comments ?? [];
  return comments.map(({ type, value, start, end }) => ({
    kind: type === 'Line' ? 'line' : 'block',
    text: value,
    range: { start, end },
  }));
}

/** @returns undefined for a text that the parser would not survive. */
function parse(file: string, text: string): ReturnType<Parser['parseSync']> | undefined {
  // Kept, since asking for it again takes as long as parsing a small file.
  parser ??= loadParser();
  const lang = languageOf(file);
  // No other parser that we read from keeps parentheses.
  return isBeyondParser(text, lang)
    ? undefined
    : parser.parseSync(file, text, { lang, preserveParens: false });
}

/** @returns undefined where the parser takes a text and then trips over it, as over `<\\div>`. */
function programOf(parsed: ReturnType<Parser['parseSync']>): unknown {
  try {
    return parsed.program;
  } catch {
    return undefined;
  }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|[\n\u2028\u2029]/u).length;
}
