import { join } from 'node:path';
import type ts from 'typescript';
import { inject, onTestFinished } from 'vitest';
import { NextApp, type WhenOver } from './next-app.js';
import { link, workspace } from './packed.js';
import { Tsserver, type TsserverOptions, type TsserverVersion } from './tsserver.js';

/** The names of plugins as `tsconfig.json` lists them, or whole entries. */
export type PluginList = readonly (string | Readonly<Record<string, unknown>>)[];

export const ours = 'typescript-plugin-next-slots';

/** What `next` writes into a new project, with the plugins in question. */
function tsconfig(plugins: PluginList): string {
  return JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      lib: ['es2022'],
      module: 'esnext',
      moduleResolution: 'bundler',
      allowJs: true,
      strict: true,
      noEmit: true,
      jsx: 'preserve',
      types: [],
      plugins: plugins.map((plugin) => (typeof plugin === 'string' ? { name: plugin } : plugin)),
    },
    include: ['**/*.ts', '**/*.tsx', '**/*.js', '**/*.jsx'],
  });
}

/** A Next app in which our packed plugin and Next's are installed. */
export class TsserverApp extends NextApp {
  readonly #whenOver: WhenOver;

  constructor(
    plugins: PluginList,
    files: Readonly<Record<string, string | true>>,
    whenOver: WhenOver = onTestFinished,
  ) {
    // What is registered last is done first: no server may run in a folder that is gone.
    super(
      {
        'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
        'tsconfig.json': tsconfig(plugins),
        ...files,
      },
      whenOver,
    );
    this.#whenOver = whenOver;
    link(join(inject('packed'), ours), this.path('node_modules', ours));
    // Its types take longer to load than everything else.
    if (plugins.includes('next')) {
      link(join(workspace, 'node_modules/next'), this.path('node_modules/next'));
    }
  }

  /** Starts a tsserver in the app. */
  serve(version: TsserverVersion, options?: TsserverOptions): Editor {
    return this.edit(new Tsserver(version, this.root, this.#whenOver, options));
  }

  /** Edits the app in a tsserver that may have others open as well. */
  edit(server: Tsserver): Editor {
    return new Editor(this, server);
  }
}

/** Where a cursor stands, as the protocol says it. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly offset: number;
}

/** An entry of the completion list. */
export interface Completion {
  readonly name: string;
  readonly entry: ts.server.protocol.CompletionEntry;
  /** The file's text once the entry is accepted, as VS Code does it. */
  readonly accepted: string;
}

const caret = '‸';

/** An editor's view of one app: files are open, and questions are asked where the cursor is. */
export class Editor {
  readonly #app: NextApp;
  readonly server: Tsserver;
  readonly #texts = new Map<string, string>();

  constructor(app: NextApp, server: Tsserver) {
    this.#app = app;
    this.server = server;
    server.notify('configure', {
      preferences: {
        includeCompletionsWithInsertText: true,
        useLabelDetailsInCompletionEntries: true,
      },
    });
  }

  /**
   * Opens a file, or gives an open one another text.
   *
   * @param marked - The text, with `‸` where the cursor stands.
   */
  open(path: string, marked: string): Place {
    const cursor = marked.indexOf(caret);
    const text = cursor < 0 ? marked : marked.slice(0, cursor) + marked.slice(cursor + 1);
    const file = this.#app.path(path);
    const old = this.#texts.get(file);
    if (old === undefined) {
      this.server.notify('open', { file, fileContent: text });
    } else {
      const { line, offset } = positionOf(old, old.length);
      const all = { line: 1, offset: 1, endLine: line, endOffset: offset };
      this.server.notify('change', { file, ...all, insertString: text });
    }
    this.#texts.set(file, text);
    return { file, ...positionOf(text, Math.max(cursor, 0)) };
  }

  /** Asks one question at the cursor. */
  async ask<Answer>(command: string, path: string, marked: string, args: object = {}) {
    const place = this.open(path, marked);
    const body = await this.server.request(command, { ...place, ...args });
    return body as Answer | undefined;
  }

  /** What the list of completions holds at the cursor. */
  async completions(path: string, marked: string): Promise<Completion[]> {
    const info = await this.ask<ts.server.protocol.CompletionInfo>('completionInfo', path, marked);
    return (info?.entries ?? []).map((entry) => ({
      name: entry.name,
      entry,
      accepted: accept(marked, entry),
    }));
  }

  /** What is shown beside an entry of the list. */
  async details(path: string, marked: string, name: string): Promise<string> {
    const [details] =
      (await this.ask<ts.server.protocol.CompletionEntryDetails[]>(
        'completionEntryDetails',
        path,
        marked,
        { entryNames: [name] },
      )) ?? [];
    const parts = [...(details?.displayParts ?? []), ...(details?.documentation ?? [])];
    return parts.map(({ text }) => text).join('');
  }
}

/** Puts an entry into the text: over its own span, else over the word before the cursor. */
function accept(marked: string, entry: ts.server.protocol.CompletionEntry): string {
  const cursor = marked.indexOf(caret);
  const text = marked.slice(0, cursor) + marked.slice(cursor + 1);
  const word = /[\w$]*$/u.exec(text.slice(0, cursor))?.[0].length ?? 0;
  const span = entry.replacementSpan;
  const start = span ? offsetOf(text, span.start) : cursor - word;
  const end = span ? offsetOf(text, span.end) : cursor;
  return text.slice(0, start) + (entry.insertText ?? entry.name) + text.slice(end);
}

function positionOf(text: string, offset: number): { line: number; offset: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, offset: (lines.at(-1)?.length ?? 0) + 1 };
}

function offsetOf(text: string, place: { line: number; offset: number }): number {
  const before = text.split('\n').slice(0, place.line - 1);
  return before.reduce((sum, line) => sum + line.length + 1, 0) + place.offset - 1;
}
