import { combineEdits, runChecksOnFile, type App, type Finding } from '@next-slots/core';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { findInApp } from '../find-problems.js';
import type { Session } from '../session/session.js';
import type { AppPlace, FilePlace } from '../workspace.js';
import { areInside, toWorkspaceEdit, type AppEdits, type Translation } from './workspace-edit.js';

/** Everything that can be fixed at one file, in one edit; undefined where that is nothing. */
export function fixFile(session: Session, place: FilePlace): Translation | undefined {
  const app = session.workspace.open(place);
  return translate(session, [
    fixesOf(session, app, place, runChecksOnFile(app, place.settings.checks, place.file)),
  ]);
}

/** Everything that can be fixed in all apps; undefined where that is nothing, or not possible. */
export async function fixWorkspace(session: Session): Promise<WorkspaceEdit | undefined> {
  await session.ready;
  session.workspace.lookEverywhere();
  const parts = session.workspace.apps().map((place) => {
    const app = session.workspace.open(place);
    return fixesOf(session, app, place, findInApp(app, place.settings.checks));
  });
  const translation = translate(session, parts);
  return translation?.kind === 'edit' ? translation.edit : undefined;
}

function translate(session: Session, parts: readonly AppEdits[]): Translation | undefined {
  const filled = parts.filter(({ edits }) => edits.length > 0);
  if (filled.length === 0) return undefined;
  return toWorkspaceEdit(filled, session.features.edit, session.documents);
}

/** The edits of findings that can stand together, as far as the client lets us make them. */
function fixesOf(
  session: Session,
  app: App,
  { location }: AppPlace,
  findings: Iterable<Finding>,
): AppEdits {
  const { createFile } = session.features.edit;
  const groups = Array.from(findings, ({ edits }) => edits).filter(
    (edits) =>
      (createFile || !edits.some(({ kind }) => kind === 'createFile')) &&
      areInside(location, edits),
  );
  const { create, replace } = combineEdits(groups, app);
  return { app, location, edits: [...create, ...[...replace.values()].flat()] };
}
