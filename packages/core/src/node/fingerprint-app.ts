import type { Hash } from 'node:crypto';
import { join } from 'node:path';
import {
  compareText,
  conventionFiles,
  isRouteFolder,
  joinPath,
  mentions,
  parseSegmentName,
  type DirectoryEntry,
  type DirectoryReader,
  type Settings,
} from '@next-slots/core';
import type { AppLocation } from './find-app.js';
import { readText } from './project-files.js';
import { nextTargetOf, pageExtensionsOf, readProject } from './read-project.js';

/**
 * A short text that changes whenever something outside a linted file changes what is found in it: a
 * route folder or convention file that comes, goes or is renamed, a page inside a slot that begins to
 * wait for data, the project's Next. What nothing is judged by does not change it, so that a cache
 * keyed by it lives on while components and tests are edited.
 *
 * Every folder of the app directory is read once, and of files only the pages and defaults inside slots.
 *
 * @param folders - Lists the app's folders.
 */
export function fingerprintApp(
  location: AppLocation,
  settings: Settings,
  folders: DirectoryReader,
): string {
  // Loaded only here: it takes a third of the time in which a linter loads the plugin.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  const project = readProject(location.root);
  hash.update(
    JSON.stringify([nextTargetOf(settings, project), pageExtensionsOf(settings, project)]),
  );
  addFolder(hash, location.appDir, folders, '', false);
  return hash.digest('base64url').slice(0, 22);
}

/** Deeper than any route; links that go in circles end here. */
const maximumDepth = 400;

function addFolder(
  hash: Hash,
  appDir: string,
  reader: DirectoryReader,
  path: string,
  isInSlot: boolean,
  depth = 0,
): void {
  const { entries, error = '' } = reader.read(path);
  const folders: string[] = [];
  const files: DirectoryEntry[] = [];
  for (const entry of entries) {
    // A folder called `default.tsx` counts as both: it takes the file's place, and has folders below.
    if (isRouteFile(entry.name)) files.push(entry);
    if (entry.kind === 'directory' && isRouteFolder(entry.name)) folders.push(entry.name);
  }
  files.sort((a, b) => compareText(a.name, b.name));
  // JSON keeps apart what a name could hold: a line break, a slash on another system.
  hash.update(`${JSON.stringify([path, error, files])}\n`);
  for (const { name, kind } of files) {
    if (isInSlot && kind === 'file' && /^(?:page|default)\./u.test(name)) {
      addText(hash, join(appDir, path, name));
    }
  }
  if (depth >= maximumDepth) return;
  for (const name of folders.sort()) {
    const isSlot = parseSegmentName(name).kind === 'slot';
    addFolder(hash, appDir, reader, joinPath(path, name), isInSlot || isSlot, depth + 1);
  }
}

/** The text of a page or default, where some word in it lets it wait: all that a layout's findings take from it. */
function addText(hash: Hash, file: string): void {
  const text = readText(file);
  if (text !== undefined && mentions(text, 'asyncWork')) hash.update(`${JSON.stringify(text)}\n`);
}

const stems: ReadonlySet<string> = new Set(conventionFiles);

/** A convention file by its stem, in any letter case and with any extension. */
function isRouteFile(name: string): boolean {
  const dot = name.indexOf('.');
  return dot > 0 && stems.has(name.slice(0, dot).toLowerCase());
}
