import type { App } from '../../app.js';
import { markdownCode } from '../../markdown.js';
import { printable } from '../../printable.js';
import { findSegment, folderOf } from '../../routes/walk.js';
import { describeSlot, slotTitle } from '../describe-slot.js';
import type { CompletionData, CompletionDetails } from './completion-entry.js';

/**
 * Tells more about an entry: where the slot lies, which pages it has, whether it has a default, a
 * loading and an error file.
 *
 * @returns undefined where the folder is gone by now.
 */
export function describeCompletion(app: App, data: CompletionData): CompletionDetails | undefined {
  if ('layout' in data) {
    const way = findSegment(app.tree, folderOf(data.layout));
    if (!way) return undefined;
    const slots = way.segment.slots.map(({ name }) => markdownCode(name.raw));
    return {
      detail: printable(`route of ${data.layout}`),
      documentation: slots.length === 0 ? 'No slots' : `Slots: ${slots.join(', ')}`,
    };
  }
  const way = findSegment(app.tree, data.slot);
  const owner = way?.ancestors.at(-1);
  if (!way || !owner) return undefined;
  return {
    detail: slotTitle(owner, way.segment),
    documentation: describeSlot(way.segment),
  };
}
