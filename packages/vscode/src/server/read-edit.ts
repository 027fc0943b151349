import { Range, Uri, WorkspaceEdit } from 'vscode';

/** An edit as the language server protocol writes it, as far as our server answers with them. */
export interface ProtocolEdit {
  readonly documentChanges?: readonly (
    | { readonly kind: 'create'; readonly uri: string }
    | {
        readonly kind?: undefined;
        readonly textDocument: { readonly uri: string };
        readonly edits: readonly ProtocolTextEdit[];
      }
  )[];
}

/** A piece of text put in the place of another. Lines and characters count from 0. */
interface ProtocolTextEdit {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

/**
 * An edit of the server as VS Code applies it. A file is created with its text, and so stands on disk
 * at once: made empty and filled by a second step, it would be left unsaved.
 */
export function readEdit(protocol: ProtocolEdit): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const created = createdFiles(protocol);
  for (const [uri, text] of created) {
    edit.createFile(Uri.parse(uri), {
      overwrite: false,
      ignoreIfExists: false,
      contents: new TextEncoder().encode(text),
    });
  }
  for (const step of protocol.documentChanges ?? []) {
    if (step.kind === 'create' || created.has(step.textDocument.uri)) continue;
    for (const { range, newText } of step.edits) {
      const { start, end } = range;
      const place = new Range(start.line, start.character, end.line, end.character);
      edit.replace(Uri.parse(step.textDocument.uri), place, newText);
    }
  }
  return edit;
}

/** The files that an edit makes, with what is written into each, by their URIs. */
export function createdFiles({ documentChanges = [] }: ProtocolEdit): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const step of documentChanges) {
    if (step.kind === 'create') files.set(step.uri, '');
    if (step.kind !== undefined) continue;
    const text = files.get(step.textDocument.uri);
    if (text === undefined) continue;
    files.set(step.textDocument.uri, text + step.edits.map(({ newText }) => newText).join(''));
  }
  return files;
}
