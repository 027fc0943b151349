import * as v from 'valibot';
import { mayUse } from './shared/layout/slot-use.js';
import { defineCheck } from './engine/check.js';
import { layoutOf } from './shared/layout/layout-of.js';
import { unknownProps, type UnknownProp } from './shared/layout/unknown-props.js';
import {
  componentProblems,
  routeTypeProblems,
  unknownPropProblem,
  typeProblems,
  unnamedSlotProblem,
} from './shared/layout/slot-prop-problems.js';

/** The props that a layout uses, and those that Next.js passes. */
export const matchSlotProps = defineCheck({
  name: 'match-slot-props',
  description: 'Require the props of a layout to be the slots beside it',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    unnamed: {
      message: '`{{slot}}` is never rendered{{place}}: this layout has no `{{prop}}` prop.',
      help: 'Destructure `{{prop}}` from the props and render it.',
    },
    misspelled: {
      message: 'There is no `@{{prop}}` slot, so the prop `{{prop}}` is always `undefined`.',
      help: 'Did you mean `{{expected}}`?',
    },
    noSlot: {
      message:
        'There is no `@{{prop}}` slot beside this layout, so the prop `{{prop}}` is always `undefined`.',
      help: 'Create the slot or remove the prop.',
    },
    elsewhere: {
      message:
        '`@{{prop}}` is passed only to {{layout}}, so the prop `{{prop}}` is always `undefined` here.',
      help: 'Remove the prop, or move the slot beside this layout.',
    },
    asComponent: {
      message:
        'Next.js passes `{{prop}}` a rendered React node, so React throws when it is used as a component.',
      help: 'Render it as `{{expression}}`.',
    },
    notRenderable: {
      message: 'Next.js passes `{{prop}}` a rendered React node, not `{{type}}`.',
      help: 'Type it as `{{reactNode}}`.',
    },
    wrongRoute: {
      message: "`LayoutProps<'{{route}}'>` is the type of another layout.",
      help: "Use `LayoutProps<'{{expected}}'>`.",
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
    const unknown: readonly UnknownProp[] =
      component.wrapper === 'other' ? [] : unknownProps(context, layout, unnamed);
    for (const prop of unknown) yield unknownPropProblem(context, layout, prop);

    // Types made by next typegen hold every slot; no-unrendered-slot reports those.
    if (component.type?.everySlot !== true) {
      // A misspelled prop is the same problem, and reported as that.
      const suggested = new Set(unknown.map((prop) => prop.suggestion));
      for (const slot of unnamed) {
        if (suggested.has(slot) || mayUse(component, slot.name.value)) continue;
        yield unnamedSlotProblem(context, layout, slot);
      }
    }
    yield* componentProblems(context, layout);
    yield* typeProblems(context, layout);
    yield* routeTypeProblems(context, layout);
  },
});
