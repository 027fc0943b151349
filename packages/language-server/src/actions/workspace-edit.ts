import { existsSync } from 'node:fs';
import { remembered, type App, type SuggestedEdit } from '@next-slots/core';
import { mayWrite, pathOnDisk, type AppLocation } from '@next-slots/core/node';
import {
  CreateFile,
  RenameFile,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { uriOfPath } from '../file-uri.js';
import { fileStart, rangesInText } from '../language/range.js';
import type { Session } from '../session/session.js';

/** Neutral edits with the app that they belong to. */
export interface AppEdits {
  readonly app: App;
  readonly location: AppLocation;
  readonly edits: readonly SuggestedEdit[];
}

/** Edits as the client takes them, or why it cannot. */
export type Translation =
  | { readonly kind: 'edit'; readonly edit: WorkspaceEdit }
  /** The client does not let us create or rename files. */
  | { readonly kind: 'unable' }
  /** What the edits were made for is not so any more. */
  | { readonly kind: 'outdated' }
  /** A link or a setting of the project leads out of it. */
  | { readonly kind: 'outside' };

/** The edits of one file, and how ranges of its text are counted. */
interface ChangedText {
  readonly toRange: ReturnType<typeof rangesInText>;
  readonly edits: TextEdit[];
}

type Change = NonNullable<WorkspaceEdit['documentChanges']>[number];

/** Translates edits for the client: files are made, then texts changed, then files renamed. */
export function toWorkspaceEdit(session: Session, parts: readonly AppEdits[]): Translation {
  const { createFile, renameFile } = session.features.edit;
  const files: Change[] = [];
  const texts = new Map<string, ChangedText>();
  for (const { app, location, edits } of parts) {
    if (!areInside(location, edits)) return { kind: 'outside' };
    for (const edit of edits) {
      switch (edit.kind) {
        case 'createFile': {
          if (!createFile) return { kind: 'unable' };
          const path = pathOnDisk(location, edit.file);
          if (existsSync(path)) return { kind: 'outdated' };
          files.push(...create(uriOfPath(path), edit.text));
          break;
        }
        case 'renameFile': {
          if (!renameFile) return { kind: 'unable' };
          const from = pathOnDisk(location, edit.from);
          const to = pathOnDisk(location, edit.to);
          files.push(
            RenameFile.create(session.documents.uriOf(from), uriOfPath(to), neverOverwrite),
          );
          break;
        }
        case 'replaceText': {
          const text = app.sources.text(edit.file);
          if (text === undefined) return { kind: 'outdated' };
          const path = pathOnDisk(location, edit.file);
          const changed = remembered(texts, path, () => ({
            toRange: rangesInText(text),
            edits: [],
          }));
          changed.edits.push({ range: changed.toRange(edit.range), newText: edit.text });
          break;
        }
      }
    }
  }
  return { kind: 'edit', edit: assemble(session, files, texts) };
}

/** Whether an editor may make all of some edits: none leads out of the app by a link or a setting. */
export function areInside(location: AppLocation, edits: readonly SuggestedEdit[]): boolean {
  return edits.every((edit) => {
    const path = pathOnDisk(location, edit.kind === 'renameFile' ? edit.to : edit.file);
    return mayWrite(location, path);
  });
}

const neverOverwrite = { overwrite: false, ignoreIfExists: false } as const;

function create(uri: string, text: string): Change[] {
  return [
    CreateFile.create(uri, neverOverwrite),
    TextDocumentEdit.create({ uri, version: null }, [{ range: fileStart, newText: text }]),
  ];
}

function assemble(
  { features, documents }: Session,
  files: readonly Change[],
  texts: ReadonlyMap<string, ChangedText>,
): WorkspaceEdit {
  if (!features.edit.documentChanges) {
    return {
      changes: Object.fromEntries(
        [...texts].map(([path, { edits }]) => [documents.uriOf(path), edits]),
      ),
    };
  }
  const changes = [...texts].map(([path, { edits }]) =>
    TextDocumentEdit.create(
      { uri: documents.uriOf(path), version: documents.get(path)?.version ?? null },
      edits,
    ),
  );
  // Texts first: a rename would take the file away from under its edits.
  const renames = files.filter((change) => RenameFile.is(change));
  const others = files.filter((change) => !RenameFile.is(change));
  return { documentChanges: [...others, ...changes, ...renames] };
}
