import { TextDocuments, type Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOfUri, uriOfPath } from './file-uri.js';

/** A document that the client has open, with its place on disk. */
export interface OpenDocument {
  readonly path: string;
  readonly document: TextDocument;
}

/** What became of an open document. */
export interface DocumentListener {
  changed(open: OpenDocument): void;
  saved(open: OpenDocument): void;
  closed(open: OpenDocument): void;
}

/** The documents that the client has open, by their path on disk. Others than files are left out. */
export class OpenDocuments {
  readonly #byPath = new Map<string, TextDocument>();

  /** Starts to follow the client's documents. */
  listen(connection: Connection, listener: DocumentListener): void {
    const documents = new TextDocuments(TextDocument);
    const forFile =
      (handle: (open: OpenDocument) => void) =>
      ({ document }: { document: TextDocument }) => {
        const path = pathOfUri(document.uri);
        if (path !== undefined) handle({ path, document });
      };
    documents.onDidChangeContent(
      forFile((open) => {
        this.#byPath.set(open.path, open.document);
        listener.changed(open);
      }),
    );
    documents.onDidSave(
      forFile((open) => {
        listener.saved(open);
      }),
    );
    documents.onDidClose(
      forFile((open) => {
        this.#byPath.delete(open.path);
        listener.closed(open);
      }),
    );
    documents.listen(connection);
  }

  get(path: string): TextDocument | undefined {
    return this.#byPath.get(path);
  }

  *all(): Generator<OpenDocument> {
    for (const [path, document] of this.#byPath) yield { path, document };
  }

  /** The URI that the client calls a file by: its own where it has the file open. */
  uriOf(path: string): string {
    return this.#byPath.get(path)?.uri ?? uriOfPath(path);
  }
}
