import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { LspClient, type ClientOptions, type WirePosition } from './lsp-client.js';
import type { SharedOptions, SharedSessions } from './lsp-shared-session.js';
import { serverFile } from './lsp-server-file.js';
import { NextApp, type WhenOver } from './next-app.js';

/** A Next app, and clients that have it open. */
export class LspApp extends NextApp {
  readonly #whenOver: WhenOver;
  readonly #opened = new Set<string>();

  constructor(files: Readonly<Record<string, string | true>>, whenOver: WhenOver = onTestFinished) {
    // What is registered last is done first: no server may run in a folder that is gone.
    super(
      {
        'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
        ...files,
      },
      whenOver,
    );
    this.#whenOver = whenOver;
  }

  uri(path: string): string {
    return pathToFileURL(this.path(path)).href;
  }

  /** Starts the packed server, or another one, and says nothing to it yet. */
  connect(options: Partial<ClientOptions> = {}): LspClient {
    const command = [process.execPath, serverFile(), '--stdio'];
    const client = new LspClient({ command, cwd: this.root, ...options });
    this.#whenOver(() => client.kill());
    return client;
  }

  /** Starts a server and opens a session with it. */
  start(options: Partial<ClientOptions> = {}): Promise<LspClient> {
    return this.connect(options).open();
  }

  /**
   * Opens the app as one more folder of a session that the tests of a file share: starting a server
   * takes longer than most of what is asked of it.
   */
  async join(sessions: SharedSessions, options: SharedOptions): Promise<LspClient> {
    const client = await sessions.get(options);
    const folder = { uri: this.uri(''), name: 'app' };
    const change = (added: readonly object[], removed: readonly object[]) => {
      client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    };
    change([folder], []);
    this.#whenOver(() => {
      for (const path of this.#opened) {
        client.notify('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
      }
      change([], [folder]);
    });
    return client;
  }

  /** Opens a file of the app, with its text on disk or another one. */
  open(client: LspClient, path: string, text = this.read(path)): void {
    this.#opened.add(path);
    client.notify('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId: 'typescriptreact', version: 1, text },
    });
  }

  /** Replaces the whole text of an open file. */
  change(client: LspClient, path: string, version: number, text: string): void {
    client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ text }],
    });
  }

  /** The position of a mark `|` in a text, and the text without it. */
  static cursor(marked: string): { readonly text: string; readonly position: WirePosition } {
    const offset = marked.indexOf('|');
    if (offset < 0) throw new Error('There is no cursor in the text.');
    const before = marked.slice(0, offset).split('\n');
    return {
      text: marked.slice(0, offset) + marked.slice(offset + 1),
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
    };
  }
}

/** Capabilities of a client that is pushed diagnostics and can do all that we know of. */
export const fullClient = {
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    fileOperations: { willRename: true },
  },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
      versionSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
      isPreferredSupport: true,
    },
    completion: {
      completionItem: {
        documentationFormat: ['markdown', 'plaintext'],
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'detail'] },
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
  },
  window: { showDocument: { support: true } },
} as const;

/** The same for a client that asks for diagnostics itself. */
export const pullingClient = {
  ...fullClient,
  workspace: { ...fullClient.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...fullClient.textDocument, diagnostic: {} },
} as const;
