import type { App } from '../app.js';
import type { ComponentFacts, PropsEscape } from '../source/component-facts.js';
import type { PropFacts } from '../source/prop-facts.js';
import { atChildren, atSlot } from './engine/anchor.js';
import { mayUse } from './shared/layout/slot-use.js';
import type { SegmentPath } from '../routes/route-tree.js';
import { filePath } from '../routes/walk.js';
import { defineCheck, type CheckContext, type Problem } from './engine/check.js';
import { layoutOf, type Layout } from './shared/layout/layout-of.js';
import { atUrls, slotUrls, urlOf } from './shared/page-urls.js';

/** A slot that its layout accepts and drops. */
export const noUnrenderedSlot = defineCheck({
  name: 'no-unrendered-slot',
  description: 'Disallow slots that a layout accepts but never renders',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    unrendered: {
      message:
        '`{{slot}}` is never rendered{{place}}: this layout does not use its `{{prop}}` prop.',
      help: 'Render `{{prop}}`, or remove the slot.',
    },
    children: {
      message: '`children` is never rendered, so the pages{{place}} are never shown.',
      help: 'Render `children`.',
    },
  },
  anchors: ['layout'],
  *run(context) {
    const layout = layoutOf(context);
    if (!layout) return;
    yield* droppedChildren(context, layout);
    for (const slot of layout.slots) {
      const { raw, value } = slot.name;
      const prop = layout.component.props.find(({ name }) => name === value);
      if (!isDropped(value, prop, layout.component)) continue;
      const urls = slotUrls(context, slot);
      yield {
        messageId: 'unrendered',
        impact: 'silent',
        ...atSlot(context.app, layout.file, slot),
        urls,
        data: { slot: raw, prop: value, place: atUrls(urls) },
      };
    }
  },
});

/** `children` that the layout takes out of its props and forgets, though there is a page to show. */
function* droppedChildren(
  { segment: owner, ancestors, app }: CheckContext<unknown>,
  { file, component }: Layout,
): Generator<Problem<'children'>> {
  const prop = component.props.find(({ name }) => name === 'children');
  // A type that Next.js or React gives names children, whether they are wanted or not.
  if (!prop || prop.bindings.length === 0 || prop.uses.length > 0) return;
  if (!isDropped('children', prop, component)) return;
  const urls = ordinaryUrls(app, { segment: owner, ancestors });
  if (urls.length === 0) return;
  yield {
    messageId: 'children',
    impact: 'silent',
    ...atChildren(app, file),
    urls,
    data: { place: atUrls(urls) },
  };
}

/**
 * The URLs of the pages that a layout gets as `children` and that are lost without it. Pages of slots below
 * belong to other layouts. A page in a slot that renders nothing is only there to match its URL.
 */
function ordinaryUrls(app: App, { segment, ancestors }: SegmentPath): string[] {
  const folders = segment.folders.filter(({ name }) => name.kind !== 'slot');
  const around = [...ancestors, segment];
  const below = folders.flatMap((folder) =>
    ordinaryUrls(app, { segment: folder, ancestors: around }),
  );
  const page = filePath(segment, 'page');
  const own = page === undefined ? undefined : urlOf({ segment, ancestors });
  if (page === undefined || own === undefined) return below;
  const inSlot = around.some(({ name }) => name.kind === 'slot');
  const isPlaceholder = inSlot && app.sources.facts(page)?.rendersNothing === true;
  return isPlaceholder ? below : [...new Set([own, ...below])].sort();
}

/** Whether the component surely accepts a slot's prop and does nothing with it. */
function isDropped(name: string, prop: PropFacts | undefined, component: ComponentFacts): boolean {
  // What neither names nor types the prop does not accept it: that is for match-slot-props to say.
  if (!prop) return component.type?.everySlot === true && !mayUse(component, name);
  if (prop.rendered || component.escapes.some((escape) => mayCarry(escape, prop))) return false;
  return prop.bindings.length > 0 || component.wrapper !== 'other';
}

/**
 * Whether a prop may be rendered by where other props go. A rest of the pattern that takes it out does
 * not hold it. A rest of another one does, and counts by where it goes, unless nothing else names the
 * prop: then the rest alone shows that it is wanted.
 */
function mayCarry({ rest, without, only }: PropsEscape, { name, bindings }: PropFacts): boolean {
  if (only?.includes(name) === false) return false;
  return !without.includes(name) && !(rest && bindings.length > 0);
}
