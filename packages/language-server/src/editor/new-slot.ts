import {
  findSegment,
  folderOf,
  newSlot,
  type NewSlotAnswer,
  type NewSlotParams,
} from '@next-slots/core';
import { join } from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { toWorkspaceEdit } from '../actions/workspace-edit.js';
import { pathOfUri } from '../file-uri.js';
import type { Session } from '../session/session.js';

/** Makes a slot below a folder of an app. */
export function makeSlot(session: Session, params: NewSlotParams): NewSlotAnswer<WorkspaceEdit> {
  const path = pathOfUri(params.folder);
  // An app is found by its files.
  const place = path === undefined ? undefined : session.workspace.locate(join(path, 'layout.tsx'));
  if (!place) return { problem: 'This folder is not in an app directory.' };
  session.workspace.lookAround(place);
  const app = session.workspace.open(place);
  const owner = findSegment(app.tree, folderOf(place.file));
  if (!owner) return { problem: 'Next.js ignores this folder, so it cannot have slots.' };
  const { name, files, template = app.settings.template ?? 'null' } = params;
  const made = newSlot(app, { owner, name, files, template });
  if (!made.ok) return { problem: made.problem };
  const translation = toWorkspaceEdit(session, [
    { app, location: place.location, edits: made.edits },
  ]);
  switch (translation.kind) {
    case 'edit':
      return { edit: translation.edit };
    case 'outside':
      return {
        problem: 'This folder is a link to a folder outside the app directory or the workspace.',
      };
    default:
      return { problem: 'The files of this slot already exist.' };
  }
}
