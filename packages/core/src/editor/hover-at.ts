import type { CursorRequest, OpenApp } from './completions/cursor-request.js';
import type { TextRange } from '../source/text-range.js';
import { describeFills } from './describe-fills.js';
import { describeSlot, slotTitle } from './describe-slot.js';
import { slotAt } from './slot-at.js';

/** What a hover says about the slot under the cursor. */
export interface SlotHover {
  /** The word under the cursor. */
  readonly range: TextRange;
  /** One line: `slot @team of /dash`. */
  readonly title: string;
  /** What fills the slot at which URLs, and what its folder holds. Markdown. */
  readonly markdown: string;
}

/** Describes what fills the slot under the cursor at which URLs. */
export function hoverAt(request: CursorRequest, openApp: OpenApp): SlotHover | undefined {
  const at = slotAt(request, 'app', openApp);
  if (!at) return undefined;
  return {
    range: at.reference.range,
    title: slotTitle(at.owner, at.slot),
    markdown: `${describeFills(at.app, at.owner, at.slot)}\n\n${describeSlot(at.slot)}`,
  };
}
