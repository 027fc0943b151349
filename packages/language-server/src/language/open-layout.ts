import {
  filePath,
  findNearestSegment,
  folderOf,
  type ReadModule,
  type Segment,
} from '@next-slots/core';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOfUri } from '../file-uri.js';
import type { Session } from '../session/session.js';
import type { FilePlace } from '../workspace.js';

/** A layout that the client has open. */
export interface OpenLayout extends ReadModule {
  readonly place: FilePlace;
  readonly document: TextDocument;
  readonly segment: Segment;
}

/** The layout that a document is; undefined for every other document. */
export function openLayout(session: Session, uri: string): OpenLayout | undefined {
  const path = pathOfUri(uri);
  const document = path === undefined ? undefined : session.documents.get(path);
  const place = path === undefined ? undefined : session.workspace.locate(path);
  if (path === undefined || !document || !place) return undefined;
  const app = session.workspace.open(place);
  const { segment } = findNearestSegment(app.tree, folderOf(place.file));
  const facts =
    filePath(segment, 'layout') === place.file ? session.sources.facts(path) : undefined;
  return (
    facts && { app, file: place.file, text: document.getText(), facts, place, document, segment }
  );
}
