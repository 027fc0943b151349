import {
  completionsAt,
  readModuleFromTypeScript,
  type App,
  type AppExtent,
  type CompletionEntry,
  type CursorRequest,
} from '@next-slots/core';
import ts from 'typescript';
import { treeFromFiles } from './tree-from-files.js';

const caret = '‸';

/** A text that was written with `‸` where the cursor stands. */
interface Marked {
  readonly text: string;
  readonly offset: number;
}

/** Takes the cursor out of a text. */
function unmark(marked: string): Marked {
  const offset = marked.indexOf(caret);
  if (offset < 0) throw new Error(`No ${caret} in: ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** A question at a cursor, with the facts that a TypeScript host would read. */
export function cursorIn(file: string, marked: string): CursorRequest {
  const { text, offset } = unmark(marked);
  const source = ts.createSourceFile(`/app/${file}`, text, ts.ScriptTarget.Latest, true);
  return { file, text, offset, facts: readModuleFromTypeScript(ts, source) };
}

/** An app of nothing but files. */
export function appOf(files: readonly string[]): App {
  return {
    tree: treeFromFiles(files),
    next: { version: '16.4.6', bundler: 'turbopack' },
    settings: {},
    sources: { text: () => undefined, facts: () => undefined, template: () => undefined },
  };
}

/** What is offered at a cursor, and how much of the app was asked for. */
export interface Offered {
  readonly entries: readonly CompletionEntry[];
  readonly extents: readonly AppExtent[];
}

export function offerAt(app: App, file: string, marked: string): Offered {
  const extents: AppExtent[] = [];
  const entries = completionsAt(cursorIn(file, marked), (extent) => {
    extents.push(extent);
    return app;
  });
  return { entries, extents };
}

/** The texts that come about when each entry is accepted, by name. */
export function acceptedAt(app: App, file: string, marked: string): Record<string, string> {
  const { text } = unmark(marked);
  return Object.fromEntries(
    offerAt(app, file, marked).entries.map(({ name, insertText, replace }) => [
      name,
      text.slice(0, replace.start) + insertText + text.slice(replace.end),
    ]),
  );
}
