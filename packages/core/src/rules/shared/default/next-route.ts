import type { App } from '../../../app.js';
import type { SlotName } from '../../../next/slots.js';
import { findSegment, joinPath } from '../../../routes/walk.js';
import type { RouteTree, Segment, SegmentPath } from '../../../routes/route-tree.js';
import { treeWithFiles } from '../../../routes/with-files.js';
import type { Impact } from '../../engine/finding.js';
import { unfilledSlot } from './unfilled-slot.js';

/** The folder of the route that is tried: no app has one of that name. */
const newFolder = 'next-slots-new-route';

/** An app with one more route at the level of an owner of slots. */
export interface AppWithNextRoute {
  readonly app: App;
  readonly owner: Segment;
}

/** Adds the next route that somebody may add beside the slots of an owner: a plain page at its level. */
export function withNextRoute(app: App, { segment, ancestors }: SegmentPath): AppWithNextRoute {
  const page = `${newFolder}/page.${app.tree.pageExtensions[0] ?? 'tsx'}`;
  const tree = treeWithFiles(slotsAlone(app.tree, segment, ancestors), [
    joinPath(segment.path, page),
  ]);
  return { app: { ...app, tree }, owner: findSegment(tree, segment.path)?.segment ?? segment };
}

/**
 * What becomes of the next route for want of a default file in a slot that has no page for it.
 *
 * @returns undefined where a catch-all of the slot takes every URL, and where nobody renders the slot.
 */
export function impactOnNextRoute(
  { app, owner }: AppWithNextRoute,
  slot: SlotName,
): Impact | undefined {
  return unfilledSlot(app, owner, slot)?.impact;
}

/** Of an app the slots of an owner, and the folders around it. */
function slotsAlone(tree: RouteTree, owner: Segment, ancestors: readonly Segment[]): RouteTree {
  let around: Segment = {
    ...owner,
    folders: owner.folders.filter(({ name }) => name.kind === 'slot'),
  };
  for (const ancestor of ancestors.toReversed()) {
    const isSlot = around.name.kind === 'slot';
    // What the slot around it leaves empty beside itself is not the question.
    const files = isSlot ? { ...ancestor.files, default: 'default.tsx' } : ancestor.files;
    around = { ...ancestor, files, folders: [around], slots: isSlot ? [around] : [] };
  }
  return { ...tree, root: around };
}
