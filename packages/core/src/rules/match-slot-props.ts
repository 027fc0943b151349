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
  description: 'Require the slot props of a layout to match its slot folders',
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
      message: 'There is no `@{{prop}}` slot, so the prop `{{prop}}` is always `undefined`.',
      help: 'Create the slot folder `@{{prop}}` next to this layout, or remove the prop.',
    },
    elsewhere: {
      message:
        '`@{{prop}}` is passed only to {{layout}}, so the prop `{{prop}}` is always `undefined` here.',
      help: 'Remove the prop, or move `@{{prop}}` next to this layout.',
    },
    asComponent: {
      message:
        'Next.js passes `{{prop}}` as a rendered React node, so using it as a component throws.',
      help: 'Render it as `{{expression}}`.',
    },
    notRenderable: {
      message: 'Next.js passes `{{prop}}` as a rendered React node, not as `{{type}}`.',
      help: 'Type it as `{{reactNode}}`.',
    },
    wrongRoute: {
      message:
        "`LayoutProps<'{{route}}'>` is the type of another layout, so TypeScript checks the wrong `params` and slots.",
      help: "Use `LayoutProps<'{{expected}}'>`.",
    },
  },
  fixable: true,
  hasSuggestions: true,
  anchors: ['layout'],
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
