import type { App } from '../app.js';
import type { AppExtent, CursorRequest, OpenApp } from './completions/cursor-request.js';
import { isLayoutName } from '../routes/is-layout.js';
import {
  slotOfReference,
  slotReferenceAt,
  type OwnedSlot,
  type SlotReference,
} from '../edits/slot-references.js';

/** The slot under a cursor. */
export interface SlotAtCursor extends OwnedSlot {
  readonly app: App;
  readonly reference: SlotReference;
}

/**
 * The slot that the word under the cursor names.
 *
 * @param extent - What the caller looks at in the app.
 * @param openApp - Called only where the text alone shows such a word.
 */
export function slotAt(
  request: CursorRequest,
  extent: AppExtent,
  openApp: OpenApp,
): SlotAtCursor | undefined {
  const reference = slotReferenceAt(request.facts, request.offset);
  if (!reference) return undefined;
  if (reference.kind === 'prop' && !isLayoutName(request.file)) return undefined;
  const app = openApp(extent);
  const owned = app && slotOfReference(app, request.file, reference);
  return owned && { ...owned, app, reference };
}
