import * as v from 'valibot';
import type { ComponentFacts, PropsEscape } from '../module/component-facts.js';
import type { PropFacts } from '../module/prop-facts.js';
import { slotRange } from './anchor.js';
import { mayUseMore } from '../layouts/slot-use.js';
import { defineCheck } from './check.js';
import { layoutOf } from './layout-of.js';
import { atUrls, pageUrls } from './page-urls.js';

/** A slot that its layout accepts and drops. */
export const noUnrenderedSlot = defineCheck({
  name: 'no-unrendered-slot',
  description: 'Disallow slots that a layout accepts and never renders',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    unrendered:
      'The layout of {{segment}} accepts the slot {{slot}} and never renders it, so its content is lost{{place}}. Render the prop {{prop}}, or remove the slot.',
  },
  options: v.strictObject({}),
  fixable: false,
  hasSuggestions: false,
  anchors: ['layout'],
  segments: 'slot-owners',
  *run(context) {
    const layout = layoutOf(context);
    if (!layout) return;
    const { segment: owner, ancestors, app } = context;
    for (const slot of layout.slots) {
      const { raw, value } = slot.name;
      const prop = layout.component.props.find(({ name }) => name === value);
      if (!isDropped(prop, layout.component)) continue;
      const urls = pageUrls({ segment: slot, ancestors: [...ancestors, owner] });
      yield {
        messageId: 'unrendered',
        impact: 'silent',
        file: layout.file,
        range: slotRange(app, layout.file, slot),
        slot: raw,
        urls,
        data: { slot: raw, segment: `/${owner.path}`, prop: value, place: atUrls(urls) },
      };
    }
  },
});

/** Whether the component surely accepts a slot's prop and does nothing with it. */
function isDropped(prop: PropFacts | undefined, component: ComponentFacts): boolean {
  // What neither names nor types the prop does not accept it: that is for match-slot-props to say.
  if (!prop) return component.type?.everySlot === true && !mayUseMore(component);
  if (prop.rendered || component.escapes.some((escape) => mayCarry(escape, prop))) return false;
  return prop.bindings.length > 0 || component.wrapper !== 'other';
}

/**
 * Whether a prop may be rendered by where other props go. A rest of the pattern that takes it out does
 * not hold it. A rest of another one does, and counts by where it goes, unless nothing else names the
 * prop: then the rest alone shows that it is wanted.
 */
function mayCarry({ kind, without }: PropsEscape, { name, bindings }: PropFacts): boolean {
  return !without.includes(name) && !(kind === 'rest' && bindings.length > 0);
}
