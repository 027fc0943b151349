import { Range, Uri, WorkspaceEdit, type WorkspaceEditEntryMetadata } from 'vscode';
import type { ProtocolChange, ProtocolEdit } from './protocol-edit.js';

/** How an edit is applied. */
export interface EditOptions {
  /** Given where each step is to be confirmed in the preview: what the preview calls them. */
  readonly preview?: string;
}

/**
 * An edit of the server as VS Code applies it. A file is created with its text, and so stands on disk
 * at once: made empty and filled by a second step, it would be left unsaved.
 */
export function readEdit(
  { documentChanges = [] }: ProtocolEdit,
  options: EditOptions = {},
): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const metadata: WorkspaceEditEntryMetadata | undefined =
    options.preview === undefined ? undefined : { needsConfirmation: true, label: options.preview };
  const created = new Set(
    documentChanges.flatMap((step) => (step.kind === 'create' ? [step.uri] : [])),
  );
  for (const step of documentChanges) {
    switch (step.kind) {
      case 'create': {
        const contents = new TextEncoder().encode(textOf(step.uri, documentChanges));
        edit.createFile(
          Uri.parse(step.uri),
          { overwrite: false, ignoreIfExists: false, contents },
          metadata,
        );
        break;
      }
      case 'rename':
        edit.renameFile(
          Uri.parse(step.oldUri),
          Uri.parse(step.newUri),
          { overwrite: false },
          metadata,
        );
        break;
      case undefined:
        if (created.has(step.textDocument.uri)) break;
        for (const { range, newText } of step.edits) {
          const { start, end } = range;
          const place = new Range(start.line, start.character, end.line, end.character);
          edit.replace(Uri.parse(step.textDocument.uri), place, newText, metadata);
        }
    }
  }
  return edit;
}

/** What is written into a file that the edit makes. */
function textOf(uri: string, steps: readonly ProtocolChange[]): string {
  return steps
    .flatMap((step) => (step.kind === undefined && step.textDocument.uri === uri ? step.edits : []))
    .map(({ newText }) => newText)
    .join('');
}
