import type { App } from '../../../app.js';
import { codeAt } from '../../../source/code-at.js';
import type { PropFacts } from '../../../source/prop-facts.js';
import { nearest } from '../../../nearest.js';
import type { Segment } from '../../../routes/route-tree.js';
import type { CheckContext } from '../../engine/check.js';
import type { Layout } from './layout-of.js';

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
 * @param unnamed - The slots that the component does not name, among which the meant one is looked for.
 */
export function unknownProps(
  { app, segment: owner }: CheckContext<unknown>,
  { file, component }: Layout,
  unnamed: readonly Segment[],
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
    const isWanted = () => folders.size > 0 || looksLikeSlot(app, file, prop);
    if (suggestion || (isMissed(prop) && isWanted())) {
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
function looksLikeSlot({ sources }: App, file: string, { uses, declarations }: PropFacts): boolean {
  return (
    uses.some(({ role }) => role === 'rendered') ||
    declarations.some(({ type }) => type && nodeType.test(codeAt(sources, file, type)))
  );
}
