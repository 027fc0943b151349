import type { Diagnostic } from 'vscode-languageserver/node';
import type { OpenDocument, OpenDocuments } from '../open-documents.js';

/** What the publisher needs of the session. */
export interface PublisherHost {
  diagnose(path: string): Diagnostic[];
  send(params: { uri: string; version?: number; diagnostics: Diagnostic[] }): void;
  /** Runs a task that nobody waits for, and keeps its failure to itself. */
  run(task: () => void): void;
}

/** Pushes the diagnostics of open documents to clients that do not ask for them. */
export class Publisher {
  readonly #documents: OpenDocuments;
  readonly #host: PublisherHost;
  readonly #published = new Map<string, string>();
  /** Paths to look at in the next turn; true to notify the client in any case. */
  readonly #due = new Map<string, boolean>();
  #scheduled = false;

  constructor(documents: OpenDocuments, host: PublisherHost) {
    this.#documents = documents;
    this.#host = host;
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
    if (this.#published.get(path) !== '[]') this.#host.send({ uri: document.uri, diagnostics: [] });
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
      this.#host.run(() => {
        this.#publish(path, always);
      });
      this.#schedule();
    });
  }

  #publish(path: string, always: boolean): void {
    const document = this.#documents.get(path);
    if (!document) return;
    const diagnostics = this.#host.diagnose(path);
    const text = JSON.stringify(diagnostics);
    if (!always && this.#published.get(path) === text) return;
    this.#published.set(path, text);
    this.#host.send({ uri: document.uri, version: document.version, diagnostics });
  }
}
