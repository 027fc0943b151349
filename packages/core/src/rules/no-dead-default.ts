import { matchesOf } from '../next/matches-of.js';
import { foldersWithUsedDefault } from '../next/queries/used-defaults.js';
import type { Segment } from '../routes/route-tree.js';
import { filePath } from '../routes/walk.js';
import { atDefaultExport } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';

/** A default file in a folder that leaves no slot to fill. */
export const noDeadDefault = defineCheck({
  name: 'no-dead-default',
  description: 'Disallow default files that Next.js never renders',
  presets: { strict: 'error' },
  messages: {
    dead: {
      message:
        'Next.js {{version}} never renders this default: `{{segment}}` has no slots, and a page matches every URL here.',
      help: 'Delete it, or move it into a slot folder.',
    },
  },
  anchors: ['default'],
  *run({ app, segment, isTarget }) {
    const file = filePath(segment, 'default');
    if (file === undefined || !isTarget(file) || isWanted(segment)) return;
    if (foldersWithUsedDefault(matchesOf(app)).has(segment.path)) return;
    yield {
      messageId: 'dead',
      impact: 'silent',
      ...atDefaultExport(app, file),
      data: { version: app.next.version, segment: `/${segment.path}` },
    };
  },
});

/**
 * A slot's own default is wanted whether or not it shows today, and so is the one beside slots: the
 * next page added to one of them needs it.
 */
function isWanted(segment: Segment): boolean {
  return segment.name.kind === 'slot' || hasSlots(segment);
}

/** Whether a folder owns slots, be it through a route group. */
function hasSlots(segment: Segment): boolean {
  return segment.folders.some(
    (folder) => folder.name.kind === 'slot' || (folder.name.kind === 'group' && hasSlots(folder)),
  );
}
