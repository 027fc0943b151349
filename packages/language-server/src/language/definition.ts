import { definitionAt } from '@next-slots/core';
import { pathOnDisk } from '@next-slots/core/node';
import type { DefinitionParams, Location, LocationLink, Range } from 'vscode-languageserver/node';
import type { Session } from '../session/session.js';
import { cursorAt } from './cursor.js';
import { fileStart, rangeIn, rangesInText } from './range.js';

/** The files behind the slot under the cursor, at what they export by default. */
export function definition(
  session: Session,
  params: DefinitionParams,
): Location[] | LocationLink[] | null {
  const cursor = cursorAt(session, params);
  if (!cursor || session.isPluginAtWork(cursor.place)) return null;
  const found = definitionAt(cursor.request, cursor.openApp);
  if (!found) return null;
  const targets = found.files.map((file) => {
    const path = pathOnDisk(cursor.place.location, file);
    return { uri: session.documents.uriOf(path), range: defaultExport(session, path) };
  });
  if (!session.features.definitionLinks) return targets;
  const originSelectionRange = rangeIn(cursor.document, found.range);
  return targets.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

function defaultExport(session: Session, path: string): Range {
  const facts = session.sources.facts(path);
  const range = facts?.defaultExport?.nameRange ?? facts?.defaultExport?.range;
  const text = session.sources.text(path);
  return range && text !== undefined ? rangesInText(text)(range) : fileStart;
}
