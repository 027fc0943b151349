import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import {
  findSegment,
  joinPath,
  renameSlotIn,
  slotAt,
  whyNoSlotName,
  type App,
  type OwnedSlot,
  type SuggestedEdit,
  type TextRange,
} from '@next-slots/core';
import { pathInApp, pathOnDisk, type AppLocation } from '@next-slots/core/node';
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameFilesParams,
  type RenameParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { toWorkspaceEdit, type AppEdits } from '../actions/workspace-edit.js';
import { pathOfUri } from '../file-uri.js';
import type { Session } from '../session/session.js';
import type { AppPlace } from '../workspace.js';
import { cursorAt } from './cursor.js';
import { rangeIn } from './range.js';
import { slotModules } from './slot-modules.js';

/** The word that a rename would start from, with the slot's name in it. */
export function prepareRename(
  session: Session,
  params: PrepareRenameParams,
): PrepareRenameResult | null {
  const cursor = cursorAt(session, params);
  const at = cursor && slotAt(cursor.request, 'app', cursor.openApp);
  if (!at) return null;
  const range = withoutQuotes(cursor.request.text, at.reference.range);
  return { range: rangeIn(cursor.document, range), placeholder: at.slot.name.value };
}

/** Renames the slot under the cursor: its folder, the prop, and every key that asks for it. */
export async function rename(
  session: Session,
  params: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const cursor = cursorAt(session, params);
  const at = cursor && slotAt(cursor.request, 'app', cursor.openApp);
  if (!at) return null;
  const { location } = cursor.place;
  const to = params.newName.replace(/^@/u, '');
  if (to === at.slot.name.value) return null;
  const folder = joinPath(at.owner.path, `@${to}`);
  const problem = whyNoSlotName(at.app, at.owner, to, at.slot);
  if (problem !== undefined) throw refusal(problem);
  if (existsSync(pathOnDisk(location, folder))) throw refusal(`${folder} already exists.`);
  const edits: SuggestedEdit[] = [
    ...(await usesRenamed(session, at.app, location, at, to, token)),
    { kind: 'renameFile', from: at.slot.path, to: folder },
  ];
  return asEdit(session, [{ app: at.app, location, edits }]);
}

/** What has to change in the sources when the client renames slot folders. */
export async function willRenameFiles(
  session: Session,
  { files }: RenameFilesParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const parts: AppEdits[] = [];
  for (const { oldUri, newUri } of files) {
    const from = pathOfUri(oldUri);
    const to = pathOfUri(newUri);
    const renamed = from !== undefined && to !== undefined && slotFolder(session, from, to);
    if (!renamed) continue;
    const { app, place, owned, name } = renamed;
    const { location } = place;
    const edits = await usesRenamed(session, app, location, owned, name, token);
    if (edits.length > 0) parts.push({ app, location, edits });
  }
  return parts.length === 0 ? null : asEdit(session, parts);
}

/** A slot folder that stays where it is and stays a slot, but for its name. */
function slotFolder(
  session: Session,
  from: string,
  to: string,
): { app: App; place: AppPlace; owned: OwnedSlot; name: string } | undefined {
  const name = basename(to);
  if (dirname(from) !== dirname(to) || !basename(from).startsWith('@')) return undefined;
  if (!name.startsWith('@') || name.length === 1) return undefined;
  const place = session.workspace.locate(from);
  if (!place) return undefined;
  const app = session.workspace.open(place);
  const found = findSegment(app.tree, pathInApp(place.location, from));
  const owner = found?.ancestors.at(-1);
  if (!found || !owner?.slots.includes(found.segment)) return undefined;
  // Code that asked for such a slot would ask for nothing, or not compile.
  if (whyNoSlotName(app, owner, name.slice(1), found.segment) !== undefined) return undefined;
  return { app, place, owned: { owner, slot: found.segment }, name: name.slice(1) };
}

async function usesRenamed(
  session: Session,
  app: App,
  location: AppLocation,
  owned: OwnedSlot,
  to: string,
  token: CancellationToken,
): Promise<readonly SuggestedEdit[]> {
  const modules = await slotModules(session, app, location, owned, token);
  return modules.flatMap((module) => renameSlotIn(module, owned.slot, to));
}

function asEdit(session: Session, parts: readonly AppEdits[]): WorkspaceEdit | null {
  const translation = toWorkspaceEdit(session, parts);
  if (translation.kind === 'outside') {
    throw refusal('A file that uses the slot is outside the app directory or the workspace.');
  }
  return translation.kind === 'edit' ? translation.edit : null;
}

function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function withoutQuotes(text: string, { start, end }: TextRange): TextRange {
  return /^['"`]/u.test(text.slice(start, end))
    ? { start: start + 1, end: end - 1 }
    : { start, end };
}
