import type { App } from '../../../app.js';
import { slotsShowingDefault } from '../../../next/queries/used-defaults.js';
import { matchesOf } from '../../../next/matches-of.js';
import type { Segment } from '../../../routes/route-tree.js';
import { filePath, folderOf, joinPath } from '../../../routes/walk.js';
import { needs, type BoundaryFile } from './slot-boundary.js';

/**
 * The default of a slot, where it stands in the slot at some URL and does what a boundary is for. Files
 * in the slot do not wrap it, those beside the owner's layout do (measured on 16.4.6;
 * `createComponentTreeInternal` in create-component-tree.js).
 */
export function unwrappedDefault(
  boundary: BoundaryFile,
  app: App,
  owner: Segment,
  slot: Segment,
): string | undefined {
  const file = filePath(slot, 'default');
  if (file === undefined || owner.files[boundary] !== undefined) return undefined;
  if (!slotsShowingDefault(matchesOf(app)).has(slot.path)) return undefined;
  return needs(boundary, app, origin(app, file)) ? file : undefined;
}

/** Whether a default that shows the page of its slot would ask for a boundary that is not there. */
export function mirrorNeedsBoundary(app: App, owner: Segment, slot: Segment): boolean {
  const page = filePath(slot, 'page');
  if (page === undefined) return false;
  return (['loading', 'error'] as const).some(
    (boundary) => owner.files[boundary] === undefined && needs(boundary, app, page),
  );
}

/** The file that a default passes on, `export { default } from './page'`; itself where it passes on none. */
function origin(app: App, file: string): string {
  const source = app.sources.facts(file)?.defaultExport?.source;
  if (source?.startsWith('.') !== true) return file;
  const path = resolved(folderOf(file), source);
  if (path === undefined) return file;
  const names = [path, ...app.tree.pageExtensions.map((extension) => `${path}.${extension}`)];
  return names.find((name) => app.sources.text(name) !== undefined) ?? file;
}

/** A relative import's path below the app directory; undefined where it leads out of it. */
function resolved(folder: string, source: string): string | undefined {
  let path = folder;
  for (const part of source.split('/')) {
    if (part === '.' || part === '') continue;
    if (part !== '..') path = joinPath(path, part);
    else if (path === '') return undefined;
    else path = folderOf(path);
  }
  return path;
}
