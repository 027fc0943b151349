import {
  deferFacts,
  readModuleFromESTree,
  tooComplex,
  type AskFact,
  type Comment,
  type DefaultExportFacts,
  type ModuleFacts,
  type TextRange,
} from '@next-slots/core';
import type { ExportExportName, ExportLocalName, ParseResult } from 'oxc-parser';
import { isBeyondParser } from './beyond-parser.js';
import { languageOf } from './language.js';
import { loadParser } from './load-parser.js';

/**
 * Reads the facts of a source text. The parser is native code that takes its time to load, so it is
 * loaded for the first text that is parsed: many runs parse none.
 *
 * @param file - Its extension decides the language.
 * @param onUnread - Called with the reason where it shows that what the text declares cannot be known.
 * @throws UsageError where the parser cannot be loaded.
 */
export function parseModule(
  file: string,
  text: string,
  onUnread?: (reason: string) => void,
): ModuleFacts | undefined {
  const parsed = parse(file, text);
  if (!parsed) {
    onUnread?.('it is nested too deeply to be parsed');
    return undefined;
  }
  const [error] = parsed.errors;
  if (error) {
    const [label] = error.labels;
    const place = label ? ` at line ${lineOf(text, label.start)}` : '';
    onUnread?.(`it cannot be parsed${place}: ${error.message}`);
    return undefined;
  }
  let read: ModuleFacts | undefined;
  const ask: AskFact = (name) => {
    const program = read ? undefined : programOf(parsed, onUnread);
    read ??= readModuleFromESTree(program, text, () => onUnread?.(tooComplex));
    return read[name];
  };
  // Of most files of an app nothing else is asked, and it takes four times as long to make the tree of a
  // page of a hundred lines as to parse it.
  return deferFacts((name) => {
    const exported = name === 'defaultExport' ? exportedFunction(parsed.module, text) : undefined;
    return exported ? (exported as never) : ask(name);
  });
}

/** The function that a module exports by default, where it is declared in the export. */
function exportedFunction(
  { staticExports }: ParseResult['module'],
  text: string,
): DefaultExportFacts | undefined {
  const found = staticExports
    .flatMap(({ entries }) => entries)
    .find((each) => !each.isType && !each.moduleRequest && each.exportName.name === null);
  if (!found || !/^(?:async )?function\b/u.test(text.slice(found.start, found.end)))
    return undefined;
  const range = rangeOf(found.exportName);
  return range && { kind: 'component', range, nameRange: rangeOf(found.localName) ?? range };
}

function rangeOf({ start, end }: ExportExportName | ExportLocalName): TextRange | undefined {
  return start === null || end === null ? undefined : { start, end };
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
function parse(file: string, text: string): ParseResult | undefined {
  const parser = loadParser();
  const lang = languageOf(file);
  // No other parser that we read from keeps parentheses.
  return isBeyondParser(text, lang)
    ? undefined
    : parser.parseSync(file, text, { lang, preserveParens: false });
}

/** @returns undefined where the parser takes a text and then trips over it, as over `<\\div>`. */
function programOf(parsed: ParseResult, onUnread?: (reason: string) => void): unknown {
  try {
    return parsed.program;
  } catch {
    onUnread?.('it contains syntax that the parser does not support');
    return undefined;
  }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|[\n\u2028\u2029]/u).length;
}
