import type { ComponentFacts } from '../../source/component-facts.js';
import type { PropFacts } from '../../source/prop-facts.js';
import { nearest } from '../../nearest.js';
import type { Segment } from '../../routes/route-tree.js';

/** A prop of a layout that Next never passes. */
export interface StrayProp {
  readonly prop: PropFacts;
  /** The slot that was probably meant: one that the component does not name otherwise. */
  readonly meant: Segment | undefined;
}

/** What every layout gets. */
const ownProps: ReadonlySet<string> = new Set(['children', 'params']);

/**
 * The props that a layout names and Next never passes.
 *
 * @param owner - The segment of the layout.
 * @param unnamed - The slots that the component does not name, among which the meant one is looked for.
 * @param text - The text of the layout.
 */
export function strayProps(
  owner: Segment,
  component: ComponentFacts,
  unnamed: readonly Segment[],
  text: string,
): readonly StrayProp[] {
  // A folder still without files is a slot in the making.
  const folders = new Set(owner.slots.map(({ name }) => name.value));
  const free = new Map(unnamed.map((slot) => [slot.name.value, slot]));
  const strays: StrayProp[] = [];
  for (const prop of component.props) {
    if (ownProps.has(prop.name) || folders.has(prop.name)) continue;
    const name = nearest(prop.name, free.keys());
    const meant = name === undefined ? undefined : free.get(name);
    if (name !== undefined) free.delete(name);
    if (meant || (isMissed(prop) && (folders.size > 0 || looksLikeSlot(prop, text)))) {
      strays.push({ prop, meant });
    }
  }
  return strays;
}

/** Whether the code counts on the prop: what is optional or has a default value may well be absent. */
function isMissed({ bindings, declarations }: PropFacts): boolean {
  const mayBeAbsent =
    declarations.some(({ optional }) => optional) ||
    bindings.some((binding) => binding.default !== undefined);
  return !mayBeAbsent;
}

const nodeType = /\b(?:React(?:Node|Element|Child)|JSX\.Element|JSXElement)\b/u;

/**
 * Whether a prop of a layout without slots is meant to be one: it is rendered, or typed as something
 * to render. Any other, a `session` that somebody hopes for, has nothing to do with slots.
 */
function looksLikeSlot({ uses, declarations }: PropFacts, text: string): boolean {
  return (
    uses.some(({ role }) => role === 'rendered') ||
    declarations.some(({ type }) => type && nodeType.test(text.slice(type.start, type.end)))
  );
}
