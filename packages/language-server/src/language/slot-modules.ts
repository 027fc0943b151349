import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  filePath,
  isModuleName,
  slotUsesIn,
  type App,
  type OwnedSlot,
  type ReadModule,
  type TextRange,
} from '@next-slots/core';
import { pathInApp, pathOnDisk, type AppLocation } from '@next-slots/core/node';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { Session } from '../session/session.js';

/** A module that names a slot, and where. */
export interface SlotModule extends ReadModule {
  readonly path: string;
  readonly uses: readonly TextRange[];
}

/** So many files are read at a time. */
const group = 32;

/**
 * Every module that names a slot: the owner's layout, and whatever asks for the slot by its key at or
 * below the owner. Only files that hold the name of the hook are parsed.
 */
export async function slotModules(
  session: Session,
  app: App,
  location: AppLocation,
  { owner, slot }: OwnedSlot,
  token: CancellationToken,
): Promise<SlotModule[]> {
  const found: SlotModule[] = [];
  const layout = filePath(owner, 'layout');
  const layoutPath = layout === undefined ? undefined : pathOnDisk(location, layout);
  const paths = await modulesBelow(pathOnDisk(location, owner.path));
  for (let start = 0; start < paths.length; start += group) {
    if (token.isCancellationRequested) return [];
    const some = paths.slice(start, start + group);
    const texts = await Promise.all(some.map((path) => textOf(session, path)));
    some.forEach((path, index) => {
      const text = texts[index];
      if (text === undefined) return;
      if (path !== layoutPath && !text.includes('useSelectedLayoutSegment')) return;
      const facts = session.sources.facts(path);
      if (!facts) return;
      const module = { app, file: pathInApp(location, path), text, facts };
      const uses = slotUsesIn(module, slot);
      if (uses.length > 0) found.push({ ...module, path, uses });
    });
  }
  return found;
}

/** Every module in a folder and below, links to folders left out. */
async function modulesBelow(folder: string): Promise<string[]> {
  const entries = await listFolder(folder);
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  const below = await Promise.all(folders.map(({ name }) => modulesBelow(join(folder, name))));
  const own = entries.filter((entry) => entry.isFile() && isModuleName(entry.name));
  return [...own.map(({ name }) => join(folder, name)), ...below.flat()];
}

async function listFolder(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function textOf(session: Session, path: string): Promise<string | undefined> {
  const open = session.documents.get(path);
  if (open) return open.getText();
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '');
  } catch {
    return undefined;
  }
}
