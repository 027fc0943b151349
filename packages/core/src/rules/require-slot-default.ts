import * as v from 'valibot';
import type { App } from '../app.js';
import { slotName } from '../next/slots.js';
import { once } from '../once.js';
import type { RouteTree, Segment, SegmentPath } from '../routes/route-tree.js';
import { findSegment, joinPath } from '../routes/walk.js';
import { treeWithFiles } from '../routes/with-files.js';
import { anchorOf, atSlot, firstConventionFile, hasContent } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import { missingDefaultMessages, missingDefaultProblem } from './shared/default/missing-default.js';
import { scaffoldOptions } from './shared/new-files.js';
import { unfilledSlot } from './shared/default/unfilled-slot.js';

/** A slot needs a default file where some URL leaves it empty, today or with the next route beside it. */
export const requireSlotDefault = defineCheck({
  name: 'require-slot-default',
  description: 'Require a default file in every slot',
  presets: { recommended: 'error', strict: 'error' },
  messages: missingDefaultMessages,
  options: v.strictObject(scaffoldOptions),
  fixable: true,
  hasSuggestions: true,
  *run({ app, segment: owner, ancestors, options, isTarget }) {
    // Matched once for all slots of the owner.
    const nextRoute = once(() => withNextRoute(app, { segment: owner, ancestors }));
    for (const slot of owner.slots) {
      // What a folder holds that cannot be read is not known; `readable-route-folders` reports it.
      if (slot.files.default !== undefined || slot.error !== undefined) continue;
      const name = slotName(slot.name.value);
      const unfilled = unfilledSlot(app, owner, name);
      // Folders without any page, as templates have them that are copied into an app, are no routes.
      if (!unfilled && !hasContent(owner)) continue;
      // Next.js 16.0 to 16.3 rejects even a slot folder that holds nothing (oracle tree emptySlot).
      const file = anchorOf(owner, slot) ?? (unfilled && firstConventionFile(owner));
      if (file === undefined || !isTarget(file)) continue;
      let severity: 'warning' | undefined;
      if (!unfilled) {
        const next = nextRoute();
        const impact = unfilledSlot(next.app, next.owner, name)?.impact;
        // A catch-all of the slot takes every URL, or nobody renders the slot.
        if (impact === undefined) continue;
        // A route that is added to an app that works can break a build for all others.
        severity = impact === 'build-error' ? undefined : 'warning';
      }
      const missing = { owner, slot: name, folder: slot, like: file, unfilled };
      yield {
        severity,
        ...atSlot(app, file, slot),
        ...missingDefaultProblem(app, missing, options),
      };
    }
  },
});

/** The folder of the route that is tried: no app has one of that name. */
const newFolder = 'next-slots-new-route';

/** An app with the next route that somebody may add beside the slots of an owner: a plain page at its level. */
function withNextRoute(
  app: App,
  { segment, ancestors }: SegmentPath,
): { readonly app: App; readonly owner: Segment } {
  const page = `${newFolder}/page.${app.tree.pageExtensions[0] ?? 'tsx'}`;
  const slots = slotsAlone(app.tree, segment, ancestors);
  const tree = treeWithFiles(slots, [joinPath(segment.path, page)]);
  return { app: { ...app, tree }, owner: findSegment(tree, segment.path)?.segment ?? segment };
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
