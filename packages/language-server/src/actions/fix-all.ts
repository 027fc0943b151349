import { combineEdits, runChecksOnFile, type App, type Finding } from '@next-slots/core';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { findInApp } from '../find-problems.js';
import type { Session } from '../session/session.js';
import type { AppPlace, FilePlace } from '../workspace.js';
import { areInside, toWorkspaceEdit, type AppEdits } from './workspace-edit.js';

/** Everything that can be fixed at one file, in one edit; undefined where that is nothing, or not possible. */
export function fixFile(session: Session, place: FilePlace): WorkspaceEdit | undefined {
  const app = session.workspace.open(place);
  const findings = runChecksOnFile(app, place.settings.checks, place.file);
  return asEdit(session, [fixesOf(session, app, place, findings)]);
}

/** Everything that can be fixed in all apps; undefined where that is nothing, or not possible. */
export async function fixWorkspace(session: Session): Promise<WorkspaceEdit | undefined> {
  await session.ready;
  session.workspace.lookEverywhere();
  const parts = session.workspace.apps().map((place) => {
    const app = session.workspace.open(place);
    return fixesOf(session, app, place, findInApp(app, place.settings.checks));
  });
  return asEdit(session, parts);
}

/** Every file that an app is missing; undefined where it misses none, or that is not possible. */
export function createMissing(session: Session, place: AppPlace): WorkspaceEdit | undefined {
  const app = session.workspace.open(place);
  const findings = findInApp(app, place.settings.checks).filter(({ edits }) =>
    edits.every(({ kind }) => kind === 'createFile'),
  );
  return asEdit(session, [fixesOf(session, app, place, findings)]);
}

function asEdit(session: Session, parts: readonly AppEdits[]): WorkspaceEdit | undefined {
  const filled = parts.filter(({ edits }) => edits.length > 0);
  if (filled.length === 0) return undefined;
  const translation = toWorkspaceEdit(session, filled);
  return translation.kind === 'edit' ? translation.edit : undefined;
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
