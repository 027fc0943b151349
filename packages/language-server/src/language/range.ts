import type { TextRange } from '@next-slots/core';
import type { Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The place in front of a file's text. */
export const fileStart: Range = {
  start: { line: 0, character: 0 },
  end: { line: 0, character: 0 },
};

/** A piece of a document as the protocol counts it. */
export function rangeIn(document: TextDocument, { start, end }: TextRange): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The same for the text of a file that need not be open. */
export function rangesInText(text: string): (range: TextRange) => Range {
  const document = TextDocument.create('', '', 0, text);
  return (range) => rangeIn(document, range);
}
