import type { App } from '../../../app.js';
import { joinPath } from '../../../routes/walk.js';
import { parseSegmentName } from '../../../routes/parse-segment-name.js';
import type { RouteTree, Segment, SegmentPath } from '../../../routes/route-tree.js';
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
  const tree = treeWithRoute(app.tree, segment, ancestors);
  return { app: { ...app, tree }, owner: ownerIn(tree, ancestors.length) };
}

/**
 * What becomes of the next route for want of a default file in a slot that has no page for it.
 *
 * @returns undefined where a catch-all of the slot takes every URL, and where nobody renders the slot.
 */
export function impactOnNextRoute(
  { app, owner }: AppWithNextRoute,
  slot: Segment,
): Impact | undefined {
  return unfilledSlot(app, owner, `@${slot.name.value}`)?.impact;
}

/** The owner with its slots and one new page, and of the rest of the app only the folders around it. */
function treeWithRoute(tree: RouteTree, owner: Segment, ancestors: readonly Segment[]): RouteTree {
  const slots = owner.folders.filter(({ name }) => name.kind === 'slot');
  let around: Segment = { ...owner, folders: [...slots, newRoute(owner)] };
  for (const ancestor of ancestors.toReversed()) {
    const isSlot = around.name.kind === 'slot';
    // What the slot around it leaves empty beside itself is not the question.
    const files = isSlot ? { ...ancestor.files, default: 'default.tsx' } : ancestor.files;
    around = { ...ancestor, files, folders: [around], slots: isSlot ? [around] : [] };
  }
  return { ...tree, root: around };
}

function newRoute(owner: Segment): Segment {
  return {
    name: parseSegmentName(newFolder),
    path: joinPath(owner.path, newFolder),
    files: { page: 'page.tsx' },
    folders: [],
    slots: [],
    misspelled: [],
    blocked: [],
    metadata: [],
  };
}

function ownerIn({ root }: RouteTree, depth: number): Segment {
  let owner = root;
  for (let left = depth; left > 0; left -= 1) owner = owner.folders[0] ?? owner;
  return owner;
}
