import { addSlotProps } from '../edits/add-slot-props.js';
import { escapeFor } from '../edits/property-name.js';
import { renameProp } from '../edits/rename-prop.js';
import { addAndRenderSlot } from '../edits/render-slot.js';
import type { App } from '../app.js';
import { matchesOf } from '../next/matches-of.js';
import { isTypeScript } from '../routes/is-script.js';
import { routeOf } from '../routes/route-of.js';
import type { Segment } from '../routes/route-tree.js';
import { codeAt } from '../source/code-at.js';
import type { PropFacts } from '../source/prop-facts.js';
import { isRoute } from '../source/types/is-route.js';
import { atSlot } from './engine/anchor.js';
import { defineCheck, type CheckContext, type Problem } from './engine/check.js';
import type { Impact, Suggestion } from './engine/finding.js';
import { layoutOf, type Layout } from './shared/layout/layout-of.js';
import { mayUse } from './shared/layout/slot-use.js';
import { unknownProps, type UnknownProp } from './shared/layout/unknown-props.js';
import { atUrls, slotUrls } from './shared/page-urls.js';

type Context = CheckContext<unknown>;

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

/** A slot that the layout does not know of. */
function unnamedSlotProblem(context: Context, layout: Layout, slot: Segment): Problem<'unnamed'> {
  const { app } = context;
  const { raw, value } = slot.name;
  const urls = slotUrls(context, slot);
  return {
    messageId: 'unnamed',
    impact: impactOfLeftOutSlot(app, layout),
    ...atSlot(app, layout.file, slot),
    urls,
    data: { slot: raw, prop: value, place: atUrls(urls) },
    suggestions: renderSuggestions(app, layout, value),
  };
}

/** Only a person knows where a slot belongs: after `children` is a start that is seen at once. */
function renderSuggestions(
  { sources }: App,
  { file, facts }: Layout,
  prop: string,
): readonly Suggestion[] {
  const rendered = addAndRenderSlot(file, sources.text(file) ?? '', facts, prop);
  if (rendered) return [{ message: `Add ${prop} and render it after children`, edits: rendered }];
  const edits = addSlotProps(file, facts, [prop]);
  return edits.length === 0 ? [] : [{ message: `Add ${prop} to the props`, edits }];
}

/** A prop without a slot behind it. */
function unknownPropProblem(
  context: Context,
  layout: Layout,
  { prop, suggestion }: UnknownProp,
): Problem<'misspelled' | 'noSlot' | 'elsewhere'> {
  const { app } = context;
  const { file, facts } = layout;
  const place = { impact: impactOfUnknownProp(app, layout, prop), file, range: prop.range };
  const data = { prop: prop.name };
  if (!suggestion) {
    const other = otherLayoutOf(prop.name, context);
    return other === undefined
      ? { ...place, messageId: 'noSlot', data }
      : { ...place, messageId: 'elsewhere', data: { ...data, layout: other } };
  }
  const { raw, value } = suggestion.name;
  const text = app.sources.text(file) ?? '';
  return {
    ...place,
    messageId: 'misspelled',
    slot: raw,
    urls: slotUrls(context, suggestion),
    data: { ...data, expected: value },
    suggestions: [
      {
        message: `Rename ${prop.name} to ${value}`,
        edits: renameProp(file, text, facts, prop.name, value),
      },
    ],
  };
}

/** The layout near by that gets the slot of that name. */
function otherLayoutOf(name: string, { segment, ancestors }: Context): string | undefined {
  const groups = segment.folders.filter((folder) => folder.name.kind === 'group');
  const holder = [...ancestors.toReversed(), ...groups].find(({ slots }) =>
    slots.some((slot) => slot.name.value === name),
  );
  if (!holder) return undefined;
  return holder.path === '' ? 'the root layout' : `the layout of \`/${holder.path}\``;
}

/** Slots that are used as components: `<Team />`. */
function* componentProblems({ app }: Context, layout: Layout): Generator<Problem<'asComponent'>> {
  const { file } = layout;
  for (const { name, uses } of slotProps(layout)) {
    const use = uses.find(({ role, asElement }) => role === 'passed' && asElement);
    if (!use) continue;
    yield {
      messageId: 'asComponent',
      impact: 'build-error',
      file,
      range: use.range,
      slot: `@${name}`,
      data: { prop: name, expression: `{${codeAt(app.sources, file, use.range)}}` },
    };
  }
}

/** Types of slots that hold no element. */
function* typeProblems({ app }: Context, layout: Layout): Generator<Problem<'notRenderable'>> {
  const { file, facts } = layout;
  const { reactNode } = facts;
  for (const { name, declarations } of slotProps(layout)) {
    // One member of a union may rule out what another takes: `{ team: ReactNode } | { team?: never }`.
    if (declarations.some(({ renderable }) => renderable !== 'no')) continue;
    for (const { type: written, signature, optional } of declarations) {
      const type = written ?? signature;
      if (!type) continue;
      const colon = signature ? (optional ? '?: ' : ': ') : '';
      yield {
        messageId: 'notRenderable',
        impact: 'silent',
        file,
        range: type,
        slot: `@${name}`,
        data: { prop: name, type: shortened(codeAt(app.sources, file, type)), reactNode },
        suggestions: [
          {
            message: `Change the type of ${name} to ${reactNode}`,
            edits: [{ kind: 'replaceText', file, range: type, text: colon + reactNode }],
          },
        ],
      };
    }
  }
}

/** The props by which a layout gets its slots, as far as it names them. */
function slotProps({ component, slots }: Layout): readonly PropFacts[] {
  return slots.flatMap(
    ({ name }) => component.props.find((prop) => prop.name === name.value) ?? [],
  );
}

/** A type as a message can hold it: on one line, and cut where it is long. */
function shortened(type: string): string {
  const line = type.replaceAll(/\s+/gu, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** `LayoutProps` of a route that is another layout's. */
function* routeTypeProblems(
  { segment, ancestors }: Context,
  { file, facts }: Layout,
): Generator<Problem<'wrongRoute'>> {
  // Next types a layout below an intercepting folder by the route that is intercepted.
  if ([...ancestors, segment].some(({ name }) => name.kind === 'intercepting')) return;
  const expected = routeOf({ segment, ancestors });
  for (const { type, route, ofComponent } of facts.routeTypes) {
    if (type !== 'LayoutProps' || !ofComponent || route.value === expected) continue;
    // A type of the app's own that has the same name.
    if (!isRoute(route.value)) continue;
    const { quote, range } = route;
    const text = quote + escapeFor(expected, quote) + quote;
    yield {
      messageId: 'wrongRoute',
      impact: 'silent',
      file,
      range,
      data: { route: route.value, expected },
      edits: [{ kind: 'replaceText', file, range, text }],
    };
  }
}

/** What a build makes of a prop in the type of a layout's props that Next.js never passes. */
function impactOfUnknownProp(app: App, layout: Layout, { declarations }: PropFacts): Impact {
  if (!isTypeChecked(app, layout)) return 'silent';
  const written = declarations.filter(({ kind }) => kind !== 'implied');
  switch (matchesOf(app).semantics.layoutPropTypes) {
    case 'exact':
      return written.length > 0 ? 'build-error' : 'silent';
    case 'required':
      return written.some(({ optional }) => !optional) ? 'build-error' : 'silent';
    case 'unchecked':
      return 'silent';
  }
}

/** What a build makes of a slot that the type of a layout's props leaves out. */
function impactOfLeftOutSlot(app: App, layout: Layout): Impact {
  const isExact = matchesOf(app).semantics.layoutPropTypes === 'exact';
  const isKnown = layout.component.type?.complete === true && isTypeChecked(app, layout);
  return isExact && isKnown ? 'build-error' : 'silent';
}

/** Whether a build checks the type of a layout's props at all. */
function isTypeChecked({ next }: App, { file, component }: Layout): boolean {
  const isTyped = component.type?.language === 'typescript' && component.wrapper === 'none';
  return isTypeScript(file) && isTyped && next.ignoreBuildErrors !== true;
}
