import { definitionAt, slotAt } from '@next-slots/core';
import { pathOnDisk } from '@next-slots/core/node';
import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver/node';
import type { Session } from '../session/session.js';
import { cursorAt } from './cursor.js';
import { fileStart, rangesInText } from './range.js';
import { slotModules } from './slot-modules.js';

/** Every place that names the slot under the cursor, and the slot's files as its declaration. */
export async function references(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const cursor = cursorAt(session, params);
  if (!cursor || session.isPluginAtWork(cursor.place)) return null;
  const { location } = cursor.place;
  const at = slotAt(cursor.request, 'app', cursor.openApp);
  if (!at) return null;
  const modules = await slotModules(session, at.app, location, at, token);
  const uses = modules.flatMap(({ path, text, uses }) => {
    const uri = session.documents.uriOf(path);
    const toRange = rangesInText(text);
    return uses.map((range) => ({ uri, range: toRange(range) }));
  });
  return params.context.includeDeclaration ? [...declarations(session, cursor), ...uses] : uses;
}

function declarations(session: Session, cursor: NonNullable<ReturnType<typeof cursorAt>>) {
  const files = definitionAt(cursor.request, cursor.openApp)?.files ?? [];
  return files.map((file): Location => ({
    uri: session.documents.uriOf(pathOnDisk(cursor.place.location, file)),
    range: fileStart,
  }));
}
