import { isLayoutName, isLayoutOf } from '../../routes/is-layout.js';
import { findNearestSegment, folderOf } from '../../routes/walk.js';
import type { CompletionEntry } from './completion-entry.js';
import type { CursorRequest, OpenApp } from './cursor-request.js';
import type { CompletionSource } from './completion-source.js';
import { layoutRoute } from './layout-route.js';
import { slotKey } from './slot-key.js';
import { slotProp } from './slot-prop.js';

/** Every place where something is completed. No cursor is at two of them. */
const sources: readonly CompletionSource[] = [slotProp, slotKey, layoutRoute];

/**
 * What can be completed at a cursor, as far as it concerns slots.
 *
 * @param openApp - Called once, and only where the text alone shows such a place.
 */
export function completionsAt(
  request: CursorRequest,
  openApp: OpenApp,
): readonly CompletionEntry[] {
  for (const source of sources) {
    if (source.files === 'layouts' && !isLayoutName(request.file)) continue;
    const offer = source.locate(request);
    if (!offer) continue;
    const app = openApp(source.extent);
    if (!app) return [];
    const way = findNearestSegment(app.tree, folderOf(request.file));
    if (source.files === 'layouts' && !isLayoutOf(way.segment, request.file)) return [];
    return [...offer({ ...request, ...way, app })];
  }
  return [];
}
