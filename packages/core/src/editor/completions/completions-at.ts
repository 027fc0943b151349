import { isLayoutName, isLayoutOf } from '../../routes/is-layout.js';
import { findNearestSegment, folderOf } from '../../routes/walk.js';
import type { CompletionEntry } from './completion-entry.js';
import type { CursorRequest, OpenApp } from './cursor-request.js';
import { completionSources } from './registry.js';

/**
 * What can be completed at a cursor, as far as it concerns slots.
 *
 * @param openApp - Called once, and only where the text alone shows such a place.
 */
export function completionsAt(
  request: CursorRequest,
  openApp: OpenApp,
): readonly CompletionEntry[] {
  for (const source of completionSources) {
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
