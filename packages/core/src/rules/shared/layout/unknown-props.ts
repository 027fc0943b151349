import type { ComponentFacts } from '../../../source/component-facts.js';
import type { PropFacts } from '../../../source/prop-facts.js';
import { nearest } from '../../../nearest.js';
import type { Segment } from '../../../routes/route-tree.js';

/** A prop of a layout that Next.js never passes. */
export interface UnknownProp {
  readonly prop: PropFacts;
  /** The slot that is probably meant: one that the component does not name otherwise. */
  readonly suggestion: Segment | undefined;
}

/** What every layout gets. */
const ownProps: ReadonlySet<string> = new Set(['children', 'params']);

/**
 * The props that a layout names and Next.js never passes.
 *
 * @param owner - The segment of the layout.
 * @param unnamed - The slots that the component does not name, among which the meant one is looked for.
 * @param text - The text of the layout.
 */
export function unknownProps(
  owner: Segment,
  component: ComponentFacts,
  unnamed: readonly Segment[],
  text: string,
): readonly UnknownProp[] {
  // A folder still without files is a slot in the making.
  const folders = new Set(owner.slots.map(({ name }) => name.value));
  const free = new Map(unnamed.map((slot) => [slot.name.value, slot]));
  const found: UnknownProp[] = [];
  for (const prop of component.props) {
    if (ownProps.has(prop.name) || folders.has(prop.name)) continue;
    const name = nearest(prop.name, free.keys());
    const suggestion = name === undefined ? undefined : free.get(name);
    if (name !== undefined) free.delete(name);
    if (suggestion || (isMissed(prop) && (folders.size > 0 || looksLikeSlot(prop, text)))) {
      found.push({ prop, suggestion });
    }
  }
  return found;
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
