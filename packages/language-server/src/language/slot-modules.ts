import {
  filePath,
  slotUsesIn,
  type App,
  type OwnedSlot,
  type ReadModule,
  type TextRange,
} from '@next-slots/core';
import { pathOnDisk, type AppLocation, WorkSlices } from '@next-slots/core/node';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { Session } from '../session/session.js';

/** A module that names a slot, and where. */
export interface SlotModule extends ReadModule {
  readonly path: string;
  readonly uses: readonly TextRange[];
}

/**
 * Every module that names a slot: the owner's layout, and whatever asks for the slot by its key at or
 * below the owner. Only files that hold the name of the hook are parsed.
 */
export async function slotModules(
  { workspace }: Session,
  app: App,
  location: AppLocation,
  { owner, slot }: OwnedSlot,
  token: CancellationToken,
): Promise<SlotModule[]> {
  // A rename that misses a file leaves broken code behind.
  workspace.lookEverywhere();
  const { sources } = app;
  const below = owner.path === '' ? '' : `${owner.path}/`;
  const layout = filePath(owner, 'layout');
  const found: SlotModule[] = [];
  const slices = new WorkSlices(token);
  for (const file of sources.modules?.() ?? []) {
    if (!file.startsWith(below)) continue;
    if (await slices.isCancelled()) return [];
    const text = sources.text(file);
    if (text === undefined) continue;
    if (file !== layout && !text.includes('useSelectedLayoutSegment')) continue;
    const facts = sources.facts(file);
    if (!facts) continue;
    const uses = slotUsesIn({ app, file, text, facts }, slot);
    if (uses.length > 0) {
      found.push({ app, file, text, facts, path: pathOnDisk(location, file), uses });
    }
  }
  return found;
}
