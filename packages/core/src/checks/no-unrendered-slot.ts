import * as v from 'valibot';
import type { ComponentFacts } from '../module/component-facts.js';
import type { PropFacts } from '../module/prop-facts.js';
import { slotRange } from './anchor.js';
import { defineCheck } from './check.js';
import { layoutOf, mayUseMore } from './layout-of.js';
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
  if (prop.rendered) return false;
  if (component.escapes.length === 0)
    return prop.bindings.length > 0 || component.wrapper !== 'other';
  return isOutOfReach(prop, component);
}

/**
 * Whether a prop is taken out by the parameter itself, so that nothing else in the component can get
 * at it: what `...rest` holds, and wherever that goes, is all the others.
 */
function isOutOfReach(prop: PropFacts, { parameter, patterns, escapes }: ComponentFacts): boolean {
  const [own] = patterns;
  return (
    parameter.kind === 'pattern' &&
    own !== undefined &&
    prop.bindings.some(
      ({ range }) => own.range.start <= range.start && range.end <= own.range.end,
    ) &&
    !escapes.some(({ kind }) => kind === 'arguments')
  );
}
