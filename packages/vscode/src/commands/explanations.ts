import { Uri, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';

const scheme = 'next-slots';

/** Explanations of URLs, as documents that nobody has to save. */
export class Explanations implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration = workspace.registerTextDocumentContentProvider(scheme, this);

  /** Keeps an explanation, and gives the document that it can be read in. */
  keep(url: string, markdown: string): Uri {
    // The name of a tab is what stands behind the last slash.
    const name = url.replaceAll('/', '\u2215');
    // Each has an address of its own: a preview that is open does not see a document change.
    const query = String(this.#texts.size);
    const uri = Uri.from({ scheme, path: `/Slots at ${name}.md`, query });
    this.#texts.set(uri.toString(), markdown);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
