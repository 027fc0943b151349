import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { Guard } from '../connection/guard.js';
import type { OpenDocument, OpenDocuments } from '../open-documents.js';
import type { Reports } from './reports.js';

/** Pushes the diagnostics of open documents to clients that do not ask for them. */
export class Publisher {
  readonly #connection: Connection;
  readonly #guard: Guard;
  readonly #documents: OpenDocuments;
  readonly #reports: Reports;
  readonly #published = new Map<string, string>();
  /** Paths to look at in the next turn; true to notify the client in any case. */
  readonly #due = new Map<string, boolean>();
  #scheduled = false;

  constructor(connection: Connection, guard: Guard, documents: OpenDocuments, reports: Reports) {
    this.#connection = connection;
    this.#guard = guard;
    this.#documents = documents;
    this.#reports = reports;
  }

  /** A document has another text: its diagnostics are sent even where they are the same. */
  edited({ path }: OpenDocument): void {
    this.#due.set(path, true);
    this.#schedule();
  }

  /** Something else changed: what every open document shows may be different now. */
  refresh(): void {
    for (const { path } of this.#documents.all()) {
      if (!this.#due.has(path)) this.#due.set(path, false);
    }
    this.#schedule();
  }

  /** A closed document shows nothing any more. */
  closed({ path, document }: OpenDocument): void {
    this.#due.delete(path);
    if (this.#published.get(path) !== '[]') this.#send({ uri: document.uri, diagnostics: [] });
    this.#published.delete(path);
  }

  #schedule(): void {
    if (this.#scheduled || this.#due.size === 0) return;
    this.#scheduled = true;
    // One document a turn, so that a request does not wait behind all of them.
    setImmediate(() => {
      this.#scheduled = false;
      const [next] = this.#due;
      if (!next) return;
      const [path, always] = next;
      this.#due.delete(path);
      this.#guard.run('diagnostics', () => {
        this.#publish(path, always);
      });
      this.#schedule();
    });
  }

  #publish(path: string, always: boolean): void {
    const document = this.#documents.get(path);
    if (!document) return;
    const diagnostics = this.#reports.ofFile(path);
    const text = JSON.stringify(diagnostics);
    if (!always && this.#published.get(path) === text) return;
    this.#published.set(path, text);
    this.#send({ uri: document.uri, version: document.version, diagnostics });
  }

  #send(params: PublishDiagnosticsParams): void {
    this.#guard.run('publishDiagnostics', () => this.#connection.sendDiagnostics(params));
  }
}
