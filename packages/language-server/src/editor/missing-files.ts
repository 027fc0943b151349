import { combineEdits, type AppParams } from '@next-slots/core';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { areInside, toWorkspaceEdit } from '../actions/workspace-edit.js';
import { findInApp } from '../find-problems.js';
import type { Session } from '../session/session.js';
import { namedApp } from './named-app.js';

/** The edit that creates every file that an app is missing; null where it misses none. */
export function missingFiles(session: Session, params: AppParams): WorkspaceEdit | null {
  const place = namedApp(session, params);
  if (!place) return null;
  const app = session.workspace.open(place);
  const fixes = Array.from(findInApp(app, place.settings.checks), ({ edits }) => edits);
  const { create } = combineEdits(
    fixes.filter(
      (edits) =>
        edits.every(({ kind }) => kind === 'createFile') && areInside(place.location, edits),
    ),
    app,
  );
  if (create.length === 0) return null;
  const translation = toWorkspaceEdit(
    [{ app, location: place.location, edits: create }],
    session.features.edit,
    session.documents,
  );
  return translation.kind === 'edit' ? translation.edit : null;
}
