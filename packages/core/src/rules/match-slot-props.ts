import * as v from 'valibot';
import { mayUse } from './shared/slot-use.js';
import { defineCheck } from './engine/check.js';
import { layoutOf } from './shared/layout-of.js';
import { strayProps, type StrayProp } from './shared/stray-props.js';
import {
  componentProblems,
  routeTypeProblems,
  strayPropProblem,
  typeProblems,
  unnamedSlotProblem,
} from './shared/slot-prop-problems.js';

/** What a layout takes out of its props, and what Next puts into them. */
export const matchSlotProps = defineCheck({
  name: 'match-slot-props',
  description: 'Require the props of a layout to be the slots beside it',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    unnamed: {
      message:
        'The layout of {{segment}} neither accepts nor renders the slot {{slot}}, so its content is lost{{place}}.',
      help: 'Take {{prop}} out of the props and render it.',
    },
    misspelled: {
      message:
        'The layout of {{segment}} accepts the prop {{prop}}, but there is no slot of that name beside it: it is always undefined.',
      help: 'Did you mean {{expected}}, for {{slot}}?',
    },
    noSlot: {
      message:
        'The layout of {{segment}} accepts the prop {{prop}}, but there is no slot @{{prop}} beside it: it is always undefined.',
      help: '{{advice}}',
    },
    asComponent: {
      message:
        'The layout of {{segment}} uses {{prop}} as a component, but Next.js passes what the slot {{slot}} has rendered, so React throws.',
      help: 'Render it as {{expression}}.',
    },
    notRenderable: {
      message:
        'The layout of {{segment}} types the prop {{prop}} as {{type}}, but Next passes what slot {{slot}} has rendered.',
      help: 'Type it as {{reactNode}}.',
    },
    wrongRoute: {
      message:
        "LayoutProps<'{{route}}'> belongs to another layout: the route of this one is {{expected}}.",
      help: '',
    },
  },
  options: v.strictObject({}),
  fixable: true,
  hasSuggestions: true,
  anchors: ['layout'],
  segments: 'all',
  *run(context) {
    const layout = layoutOf(context);
    if (!layout) return;
    const { component, slots } = layout;
    const unnamed = slots.filter(
      ({ name }) => !component.props.some((prop) => prop.name === name.value),
    );
    const strays: readonly StrayProp[] =
      component.wrapper === 'other'
        ? []
        : strayProps(
            context.segment,
            component,
            unnamed,
            context.app.sources.text(layout.file) ?? '',
          );
    for (const stray of strays) yield strayPropProblem(context, layout, stray);

    // Types made by next typegen hold every slot; no-unrendered-slot speaks of those.
    if (component.type?.everySlot !== true) {
      // A misspelled prop is the same problem, and reported as that.
      const meant = new Set(strays.map((stray) => stray.meant));
      for (const slot of unnamed) {
        if (meant.has(slot) || mayUse(component, slot.name.value)) continue;
        yield unnamedSlotProblem(context, layout, slot);
      }
    }
    yield* componentProblems(context, layout);
    yield* typeProblems(context, layout);
    yield* routeTypeProblems(context, layout);
  },
});
