import type { CursorRequest, OpenApp } from './completions/cursor-request.js';
import type { TextRange } from '../source/text-range.js';
import { firstConventionFile } from '../rules/engine/anchor.js';
import type { Segment } from '../routes/route-tree.js';
import { filePath } from '../routes/walk.js';
import { slotAt } from './slot-at.js';

/** Where a slot's name leads. */
export interface SlotDefinition {
  /** The word under the cursor. */
  readonly range: TextRange;
  /** `@team`. */
  readonly slot: string;
  /** Relative to the app directory: the slot's page, default and layout, as far as it has them. */
  readonly files: readonly string[];
}

/** Finds the files behind the slot under the cursor. */
export function definitionAt(request: CursorRequest, openApp: OpenApp): SlotDefinition | undefined {
  const at = slotAt(request, 'slot-contents', openApp);
  if (!at) return undefined;
  const files = slotFiles(at.slot);
  if (files.length === 0) return undefined;
  return { range: at.reference.range, slot: at.slot.name.raw, files };
}

/** A slot's page, default and layout; else the first file that Next sees in it. */
export function slotFiles(slot: Segment): readonly string[] {
  const found = [pageOf(slot), filePath(slot, 'default'), filePath(slot, 'layout')];
  const own = found.filter((file) => file !== undefined);
  if (own.length > 0) return own;
  const first = firstConventionFile(slot);
  return first === undefined ? [] : [first];
}

/** Groups change no URL, so the slot's own page may lie in one of them. */
function pageOf(segment: Segment): string | undefined {
  const own = filePath(segment, 'page');
  if (own !== undefined) return own;
  for (const folder of segment.folders) {
    const page = folder.name.kind === 'group' ? pageOf(folder) : undefined;
    if (page !== undefined) return page;
  }
  return undefined;
}
