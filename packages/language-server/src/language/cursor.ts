import type { App, CursorRequest } from '@next-slots/core';
import type { Position, TextDocumentIdentifier } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOfUri } from '../file-uri.js';
import type { Session } from '../session/session.js';
import type { FilePlace } from '../workspace.js';

/** A place in an open document of an app, as core asks for it. */
export interface Cursor {
  readonly place: FilePlace;
  readonly document: TextDocument;
  readonly request: CursorRequest;
  /** Gives the app, all of it: what is known stays known between requests. */
  readonly openApp: () => App;
}

/** The place that a request names; undefined for documents that are no open modules of an app. */
export function cursorAt(
  session: Session,
  params: { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
): Cursor | undefined {
  const path = pathOfUri(params.textDocument.uri);
  const document = path === undefined ? undefined : session.documents.get(path);
  const place = path === undefined ? undefined : session.workspace.locate(path);
  const facts = path !== undefined && place ? session.sources.facts(path) : undefined;
  if (path === undefined || !document || !place || !facts) return undefined;
  return {
    place,
    document,
    request: {
      file: place.file,
      text: document.getText(),
      facts,
      offset: document.offsetAt(params.position),
    },
    openApp: () => {
      session.lookAround(path);
      return session.workspace.open(place);
    },
  };
}
