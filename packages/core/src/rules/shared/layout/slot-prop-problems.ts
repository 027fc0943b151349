import { escapeFor } from '../../../edits/property-name.js';
import { addSlotProps } from '../../../edits/add-slot-props.js';
import { addAndRenderSlot } from '../../../edits/render-slot.js';
import type { Edit } from '../../../edits/edit.js';
import { renameProp } from '../../../edits/rename-prop.js';
import { routeOf } from '../../../routes/route-of.js';
import type { Segment } from '../../../routes/route-tree.js';
import { codeAt } from '../../../source/code-at.js';
import { isRoute } from '../../../source/types/is-route.js';
import { atSlot } from '../../engine/anchor.js';
import type { CheckContext, Problem } from '../../engine/check.js';
import type { Suggestion } from '../../engine/finding.js';
import type { Layout } from './layout-of.js';
import { atUrls, pageUrls } from '../page-urls.js';
import type { UnknownProp } from './unknown-props.js';
import { impactOfLeftOutSlot, impactOfUnknownProp } from './type-check-impact.js';

type Context = CheckContext<unknown>;

/** A slot that the layout does not know of. */
export function unnamedSlotProblem(
  { app, segment: owner, ancestors }: Context,
  layout: Layout,
  slot: Segment,
): Problem<'unnamed'> {
  const { file, facts } = layout;
  const { raw, value } = slot.name;
  const urls = pageUrls({ segment: slot, ancestors: [...ancestors, owner] });
  return {
    messageId: 'unnamed',
    impact: impactOfLeftOutSlot(app, layout),
    ...atSlot(app, file, slot),
    urls,
    data: { slot: raw, prop: value, place: atUrls(urls) },
    suggestions: renderSuggestions(app.sources.text(file) ?? '', file, facts, value),
  };
}

/** Only a person knows where a slot belongs: after `children` is a start that is seen at once. */
function renderSuggestions(
  text: string,
  file: string,
  facts: Layout['facts'],
  prop: string,
): readonly Suggestion[] {
  const rendered = addAndRenderSlot(file, text, facts, prop);
  if (rendered) return [{ message: `Add ${prop} and render it after children`, edits: rendered }];
  const edits = addSlotProps(file, facts, [prop]);
  return edits.length === 0 ? [] : [{ message: `Add ${prop} to the props`, edits }];
}

/** A prop without a slot behind it. */
export function unknownPropProblem(
  { app, segment: owner, ancestors }: Context,
  layout: Layout,
  { prop, suggestion }: UnknownProp,
): Problem<'misspelled' | 'noSlot' | 'elsewhere'> {
  const { file, facts } = layout;
  const place = { impact: impactOfUnknownProp(app, layout, prop), file, range: prop.range };
  const data = { prop: prop.name };
  if (!suggestion) {
    const layout = otherLayoutOf(prop.name, owner, ancestors);
    return layout === undefined
      ? { ...place, messageId: 'noSlot', data }
      : { ...place, messageId: 'elsewhere', data: { ...data, layout } };
  }
  const { raw, value } = suggestion.name;
  const text = app.sources.text(file) ?? '';
  return {
    ...place,
    messageId: 'misspelled',
    slot: raw,
    urls: pageUrls({ segment: suggestion, ancestors: [...ancestors, owner] }),
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
function otherLayoutOf(
  name: string,
  owner: Segment,
  ancestors: readonly Segment[],
): string | undefined {
  const groups = owner.folders.filter((folder) => folder.name.kind === 'group');
  const holder = [...[...ancestors].reverse(), ...groups].find(({ slots }) =>
    slots.some((slot) => slot.name.value === name),
  );
  if (!holder) return undefined;
  return holder.path === '' ? 'the root layout' : `the layout of \`/${holder.path}\``;
}

/** Slots that are used as components: `<Team />`. */
export function* componentProblems(
  { app }: Context,
  { file, component, slots }: Layout,
): Generator<Problem<'asComponent'>> {
  for (const slot of slots) {
    const prop = component.props.find(({ name }) => name === slot.name.value);
    const use = prop?.uses.find(({ role, asElement }) => role === 'passed' && asElement);
    if (!use) continue;
    yield {
      messageId: 'asComponent',
      impact: 'build-error',
      file,
      range: use.range,
      slot: slot.name.raw,
      data: {
        prop: slot.name.value,
        expression: `{${codeAt(app.sources, file, use.range)}}`,
      },
    };
  }
}

/** Types of slots that hold no element. */
export function* typeProblems(
  { app }: Context,
  { file, facts, component, slots }: Layout,
): Generator<Problem<'notRenderable'>> {
  for (const slot of slots) {
    const prop = component.props.find(({ name }) => name === slot.name.value);
    const declarations = prop?.declarations ?? [];
    // One member of a union may rule out what another takes: `{ team: ReactNode } | { team?: never }`.
    if (declarations.some(({ renderable }) => renderable !== 'no')) continue;
    for (const { type: written, signature, optional } of declarations) {
      const type = written ?? signature;
      if (!type) continue;
      const { reactNode } = facts;
      const colon = signature ? (optional ? '?: ' : ': ') : '';
      yield {
        messageId: 'notRenderable',
        impact: 'silent',
        file,
        range: type,
        slot: slot.name.raw,
        data: {
          prop: slot.name.value,
          type: shortened(codeAt(app.sources, file, type)),
          reactNode,
        },
        suggestions: [
          {
            message: `Change the type of ${slot.name.value} to ${reactNode}`,
            edits: [{ kind: 'replaceText', file, range: type, text: colon + reactNode }],
          },
        ],
      };
    }
  }
}

/** A type as a message can hold it: on one line, and cut where it is long. */
function shortened(type: string): string {
  const line = type.replaceAll(/\s+/gu, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** `LayoutProps` of a route that is another layout's. */
export function* routeTypeProblems(
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
    const literal = route.quote + escapeFor(expected, route.quote) + route.quote;
    const edit: Edit = { kind: 'replaceText', file, range: route.range, text: literal };
    yield {
      messageId: 'wrongRoute',
      impact: 'silent',
      file,
      range: route.range,
      data: { route: route.value, expected },
      edits: [edit],
    };
  }
}
