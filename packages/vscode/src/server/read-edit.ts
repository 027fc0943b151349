import { Range, Uri, WorkspaceEdit } from 'vscode';
import type { ProtocolEdit } from './protocol-edit.js';

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
    if (step.kind === 'rename') {
      edit.renameFile(Uri.parse(step.oldUri), Uri.parse(step.newUri), { overwrite: false });
    } else if (step.kind === undefined && !created.has(step.textDocument.uri)) {
      for (const { range, newText } of step.edits) {
        const { start, end } = range;
        const place = new Range(start.line, start.character, end.line, end.character);
        edit.replace(Uri.parse(step.textDocument.uri), place, newText);
      }
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
